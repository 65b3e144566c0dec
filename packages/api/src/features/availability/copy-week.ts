import type { Actor } from "@amrutam/domain/actor";
import { mondayOf, sameWallTime } from "@amrutam/domain/availability/copy-week";
import type { copyWeekInput, copyWeekOutput } from "@amrutam/domain/availability/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { overlaps } from "@amrutam/domain/time/interval";
import { localDay, startOfDay } from "@amrutam/domain/time/local-day";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { lockDoctor } from "./doctor-lock";
import { expireInTheWay } from "./expire-in-the-way";
import { intervalOf, isBlockedByHand } from "./slot-plan";
import {
  applyDailyCap,
  closeOutside,
  type FutureSlot,
  insertSlots,
  readSlotsFrom,
  withdrawSlots,
} from "./slot-store";

const dateText = (date: Date): string => date.toISOString().slice(0, 10);
const toDate = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
const nameOf = (slot: Pick<FutureSlot, "startMs" | "endMs" | "status" | "modes" | "capacity">) =>
  `${slot.startMs}-${slot.endMs}-${slot.status}-${slot.modes.toSorted().join()}-${slot.capacity}`;

/**
 * Makes the free times of one week those of another, at the same times on the wall: blocked ones too, booked ones as free
 * ones. What is booked, held or begun in the other week stays, and nothing is put over it, nor on a day off. Copied slots
 * count as made by hand, so no later change of hours takes them away. Copying twice changes nothing.
 * @returns input.invalid for a week onto itself, availability.slot_past for one that is over, availability.window_invalid
 * { problem: "horizon" } for one the horizon doesn't reach, not_found before registration
 */
export async function copyWeek(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.infer<typeof copyWeekInput>,
): Promise<Result<z.infer<typeof copyWeekOutput>>> {
  const { deps, actor } = ctx;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  const [source, target] = [mondayOf(input.fromWeek), mondayOf(input.toWeek)];
  const days = source.until(target, { largestUnit: "days" }).days;
  if (days === 0) return refuse("input.invalid");
  return inTransaction(deps, async (tx): Promise<Result<z.infer<typeof copyWeekOutput>>> => {
    await lockDoctor(tx, doctorId);
    const doctor = await tx.doctor.findUnique({
      where: { id: doctorId },
      select: {
        timezone: true,
        generatedUntil: true,
        exceptions: { where: { kind: "OFF" }, select: { localDate: true } },
      },
    });
    if (!doctor) return refuse("not_found");
    const now = fromEpochMs(deps.clock.now().getTime());
    const weekOf = (monday: Temporal.PlainDate) => ({
      from: startOfDay(monday, doctor.timezone),
      to: startOfDay(monday.add({ days: 7 }), doctor.timezone),
    });
    const [source7, target7] = [weekOf(source), weekOf(target)];
    if (Temporal.Instant.compare(target7.to, now) <= 0) return refuse("availability.slot_past");
    // Beyond the horizon the weekly hours would be added later, on top of what was copied.
    const until = doctor.generatedUntil && dateText(doctor.generatedUntil);
    if (!until || Temporal.PlainDate.compare(target.add({ days: 6 }), until) > 0)
      return refuse("availability.window_invalid", { problem: "horizon" });
    await expireInTheWay(tx, doctorId, toDate(target7.from), toDate(target7.to), ctx.requestId);

    const startsIn = (week: typeof source7) => (slot: FutureSlot) =>
      slot.startMs >= week.from.epochMilliseconds && slot.startMs < week.to.epochMilliseconds;
    const given = (await readSlotsFrom(tx, doctorId, source7.from)).filter(
      (slot) => startsIn(source7)(slot) && !slot.outsideHours,
    );
    const there = await readSlotsFrom(tx, doctorId, target7.from);
    const stays = there.filter(
      (slot) => slot.taken > 0 || slot.startMs <= now.epochMilliseconds || !startsIn(target7)(slot),
    );
    const loose = there.filter((slot) => !stays.includes(slot));
    const inTheWay = stays.map(intervalOf);
    const daysOff = new Set(doctor.exceptions.map(({ localDate }) => dateText(localDate)));
    const wanted = new Map<string, Parameters<typeof insertSlots>[2][number]>();
    const taken: ReturnType<typeof intervalOf>[] = [];
    for (const slot of given) {
      const time = sameWallTime(intervalOf(slot), doctor.timezone, days);
      const fits =
        time &&
        Temporal.Instant.compare(time.startsAt, now) > 0 &&
        !daysOff.has(localDay(time.startsAt, doctor.timezone).toString()) &&
        ![...inTheWay, ...taken].some((other) => overlaps(other, time));
      if (!fits) continue;
      taken.push(time);
      const status = isBlockedByHand(slot) ? ("BLOCKED" as const) : ("OPEN" as const);
      const { modes, capacity } = slot;
      const key = { startMs: time.startsAt.epochMilliseconds, endMs: time.endsAt.epochMilliseconds };
      wanted.set(nameOf({ ...key, status, modes, capacity }), {
        ...time,
        status,
        modes,
        capacity,
        origin: "MANUAL",
      });
    }
    const skipped = given.length - wanted.size;
    const asWanted = (slot: FutureSlot) =>
      nameOf({ ...slot, status: isBlockedByHand(slot) ? "BLOCKED" : "OPEN" });
    const same = loose.filter((slot) => wanted.delete(asWanted(slot)));
    const superfluous = loose.filter((slot) => !same.includes(slot)).map(({ id }) => id);
    await withdrawSlots(tx, doctorId, superfluous);
    // What was offered to somebody who waits since it was read: the offer ends.
    await closeOutside(tx, doctorId, superfluous);
    await tx.slot.updateMany({
      where: { id: { in: same.map(({ id }) => id) }, origin: "GENERATED" },
      data: { origin: "MANUAL" },
    });
    await insertSlots(tx, doctorId, [...wanted.values()]);
    await applyDailyCap(tx, doctorId, target7.from, target7.to);
    await audit(tx, ctx, { action: "availability.copy_week", entityId: doctorId });
    const keptBooked = stays.filter((slot) => slot.taken > 0 && startsIn(target7)(slot)).length;
    return ok({ added: wanted.size, removed: superfluous.length, skipped, keptBooked });
  });
}
