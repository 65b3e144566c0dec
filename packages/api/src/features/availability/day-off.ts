import type { PrismaTransaction } from "@amrutam/db/client";
import type { Actor } from "@amrutam/domain/actor";
import type { dayOffInput, dayOffOutput } from "@amrutam/domain/availability/day-off";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { cancelVisit, ownConsultations } from "../consultation/public";
import { type DoctorScope, ownPractice } from "../doctor/public";
import { dayOf, visitsWithin } from "./day-off-visits";
import { lockDoctor, lockPatientsOf } from "./doctor-lock";
import { expireInTheWay } from "./expire-in-the-way";
import { withdrawSlots } from "./slot-store";

type DayOff = z.infer<typeof dayOffOutput>;

/** The date is off from now on, whatever stood there; the nightly roll then makes nothing for it. */
async function markOff(tx: PrismaTransaction, { doctorId }: DoctorScope, date: string, reason: string) {
  const localDate = new Date(`${date}T00:00:00Z`);
  await tx.availabilityException.deleteMany({ where: { doctorId, localDate } });
  await tx.availabilityException.create({
    data: { doctorId, localDate, kind: "OFF", reason },
    select: { id: true },
  });
}

async function withdrawDay(tx: PrismaTransaction, scope: DoctorScope, day: { from: string; to: string }) {
  const free = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM slots
    WHERE doctor_id = ${scope.doctorId}::uuid AND status <> 'REMOVED' AND taken = 0 AND starts_at > clock_timestamp()
      AND starts_at >= ${day.from}::timestamptz AND starts_at < ${day.to}::timestamptz`;
  await withdrawSlots(
    tx,
    scope.doctorId,
    free.map(({ id }) => id),
  );
  return free.length;
}

/**
 * A day off in one act: every visit of that date is cancelled by the doctor, so all of each fee comes back and each
 * patient's mail offers times that are free instead; what was free is withdrawn. All of it happens or none.
 * @returns availability.slot_past for a day that is over,
 * availability.hours_conflict { visits } when a visit was booked that the doctor hasn't seen
 */
export async function takeDayOff(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.output<typeof dayOffInput>,
): Promise<Result<DayOff>> {
  const { deps, actor } = ctx;
  const { date, reason, cancels, idempotencyKey: key } = input;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const call = { scope: actor.userId, procedure: "availability.dayOff", key, input };
  return inTransaction(deps, (tx) =>
    once<DayOff>(tx, deps, call, async () => {
      await lockDoctor(tx, scope.value.doctorId);
      const day = await dayOf(tx, scope.value, date);
      if (!day) return refuse("not_found");
      if (Date.parse(day.to) <= deps.clock.now().getTime()) return refuse("availability.slot_past");
      await expireInTheWay(tx, scope.value.doctorId, new Date(day.from), new Date(day.to), ctx.requestId);
      const visits = await visitsWithin(tx, scope.value, day);
      const unseen = visits.filter(({ id }) => !cancels.includes(id)).map(({ id }) => id);
      if (unseen.length > 0) return refuse("availability.hours_conflict", { visits: unseen });
      await lockPatientsOf(
        tx,
        visits.map(({ id }) => id),
      );
      let cancelled = 0;
      for (const { id } of visits) {
        const ended = await cancelVisit(tx, ctx, ownConsultations(actor), { id, by: "DOCTOR" });
        // Under the doctor's lock nobody else ends a visit, but a hold may run out: the worker waits for no lock.
        const isRunOut = !ended.ok && ended.details?.status === "EXPIRED";
        if (!ended.ok && !isRunOut) throw new Error(`${id} of the day off can't be cancelled: ${ended.code}`);
        if (ended.ok) cancelled += 1;
      }
      // First the date: what is held for waiting patients falls free with it and is withdrawn too.
      await markOff(tx, scope.value, date, reason);
      const removed = await withdrawDay(tx, scope.value, day);
      await audit(tx, ctx, { action: "availability.day_off", entityId: scope.value.doctorId });
      const value = { date, cancelled, removed };
      return ok({ value, effectId: scope.value.doctorId });
    }),
  );
}
