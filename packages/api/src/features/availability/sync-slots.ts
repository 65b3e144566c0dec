import type { PrismaTransaction } from "@amrutam/db/client";
import { type GeneratedSlot, generateSlots } from "@amrutam/domain/availability/generate-slots";
import type { Hours } from "@amrutam/domain/availability/schema";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { Interval } from "@amrutam/domain/time/interval";
import { localDay } from "@amrutam/domain/time/local-day";
import type { Temporal } from "temporal-polyfill";
import { type FutureSlot, insertSlots, readSlotsFrom, withdrawSlots, writeModes } from "./slot-store";

export type Synced = Readonly<{ added: number; removed: number; keptBooked: number }>;

/** What stays whatever the hours say: booked or held, blocked, made by hand, or already running. */
const isFixed = (slot: FutureSlot, nowMs: number): boolean =>
  slot.taken > 0 || slot.status === "BLOCKED" || slot.origin === "MANUAL" || slot.startMs <= nowMs;

export const intervalOf = ({ startMs, endMs }: Pick<FutureSlot, "startMs" | "endMs">): Interval => ({
  startsAt: fromEpochMs(startMs),
  endsAt: fromEpochMs(endMs),
});

const keyOf = (startMs: number, endMs: number) => `${startMs}-${endMs}`;
const modesOf = (modes: readonly string[]) => modes.toSorted().join(",");

/** Compares what the hours give with what there is: a slot that stays keeps its id, and with it every link to it. */
function difference(generated: readonly GeneratedSlot[], loose: readonly FutureSlot[]) {
  const there = new Map(loose.map((slot) => [keyOf(slot.startMs, slot.endMs), slot]));
  const missing: GeneratedSlot[] = [];
  const changed: { id: string; modes: readonly string[] }[] = [];
  for (const slot of generated) {
    const key = keyOf(slot.startsAt.epochMilliseconds, slot.endsAt.epochMilliseconds);
    const same = there.get(key);
    there.delete(key);
    if (!same) missing.push(slot);
    else if (modesOf(same.modes) !== modesOf(slot.modes)) changed.push({ id: same.id, modes: slot.modes });
  }
  return { missing, changed, superfluous: [...there.values()] };
}

/** The last local date of a doctor's horizon; today is its first. */
export const lastDay = (now: Temporal.Instant, timezone: string, horizonDays: number): Temporal.PlainDate =>
  localDay(now, timezone).add({ days: horizonDays - 1 });

type Doctor = Readonly<{ id: string; horizonDays: number }>;

/**
 * Makes the doctor's slots from `from` (today unless said) to the end of the horizon what the hours say. Slots that are
 * booked, held, blocked or made by hand stay, and nothing is generated over them. The caller holds the doctor's lock.
 */
export async function syncSlots(
  tx: PrismaTransaction,
  doctor: Doctor,
  hours: Hours,
  now: Temporal.Instant,
): Promise<Synced> {
  const { timezone, visitLengthMin, windows, exceptions } = hours;
  const to = lastDay(now, timezone, doctor.horizonDays);
  const existing = await readSlotsFrom(tx, doctor.id, now);
  const fixed = existing.filter((slot) => isFixed(slot, now.epochMilliseconds));
  const loose = existing.filter((slot) => !isFixed(slot, now.epochMilliseconds));
  const generated = generateSlots({
    windows,
    exceptions,
    visitLengthMin,
    timezone,
    busy: fixed.map(intervalOf),
    from: localDay(now, timezone),
    to,
    now,
    // Notice is asked for when a slot is shown or booked: a doctor may shorten it, and today's slots must be there then.
    minNoticeMin: 0,
  });
  const { missing, changed, superfluous } = difference(generated, loose);
  await withdrawSlots(
    tx,
    doctor.id,
    superfluous.map(({ id }) => id),
  );
  await writeModes(tx, changed);
  await insertSlots(tx, doctor.id, missing);
  await tx.doctor.update({
    where: { id: doctor.id },
    data: { generatedUntil: new Date(`${to.toString()}T00:00:00Z`) },
    select: { id: true },
  });
  return {
    added: missing.length,
    removed: superfluous.length,
    keptBooked: existing.filter(({ taken }) => taken > 0).length,
  };
}
