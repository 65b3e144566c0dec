import type { PrismaTransaction } from "@amrutam/db/client";
import type { Actor } from "@amrutam/domain/actor";
import type { dayOffVisitsInput, dayOffVisitsOutput } from "@amrutam/domain/availability/day-off";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { toIso } from "@amrutam/domain/time/instant";
import { endOfDay, startOfDay } from "@amrutam/domain/time/local-day";
import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";
import { type DoctorScope, ownPractice } from "../doctor/public";

type Row = Readonly<{
  id: string;
  starts_at: Date;
  ends_at: Date;
  status: ConsultationStatus;
  patient_name: string;
}>;

/** The instants of a local date of this doctor, as ISO; undefined for a doctor who is gone. */
export async function dayOf(tx: PrismaTransaction, scope: DoctorScope, date: string) {
  const doctor = await tx.doctor.findUnique({ where: { id: scope.doctorId }, select: { timezone: true } });
  if (!doctor) return undefined;
  const day = Temporal.PlainDate.from(date);
  return { from: toIso(startOfDay(day, doctor.timezone)), to: toIso(endOfDay(day, doctor.timezone)) };
}

/** Visits that begin that day and could still be cancelled: booked, or held and not run out. */
export const visitsWithin = (tx: PrismaTransaction, scope: DoctorScope, day: { from: string; to: string }) =>
  tx.$queryRaw<Row[]>`
    SELECT c.id, c.starts_at, c.ends_at, c.status::text AS status, coalesce(dep.full_name, p.full_name) AS patient_name
    FROM consultations c JOIN users p ON p.id = c.patient_id LEFT JOIN dependants dep ON dep.id = c.dependant_id
    WHERE c.doctor_id = ${scope.doctorId}::uuid
      AND c.starts_at >= ${day.from}::timestamptz AND c.starts_at < ${day.to}::timestamptz
      AND c.ends_at > clock_timestamp()
      AND (c.status = 'CONFIRMED' OR (c.status = 'REQUESTED' AND c.hold_expires_at > clock_timestamp()))
    ORDER BY c.starts_at, c.id`;

/** Whom a day off would concern, before it is decided. The look is audited. */
export async function dayOffVisits(
  ctx: ActorContext<Actor<"DOCTOR">>,
  { date }: z.infer<typeof dayOffVisitsInput>,
): Promise<Result<z.infer<typeof dayOffVisitsOutput>>> {
  const scope = ownPractice(ctx.actor);
  if (!scope.ok) return scope;
  return inTransaction(ctx.deps, async (tx) => {
    const day = await dayOf(tx, scope.value, date);
    if (!day) return refuse("not_found");
    const rows = await visitsWithin(tx, scope.value, day);
    await audit(tx, ctx, { action: "consultation.list" });
    return ok({
      visits: rows.map(({ id, starts_at, ends_at, status, patient_name }) => ({
        id,
        startsAt: iso(starts_at),
        endsAt: iso(ends_at),
        status,
        patientName: patient_name,
      })),
    });
  });
}
