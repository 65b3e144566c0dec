import type { PrismaTransaction } from "@amrutam/db/client";
import { Prisma } from "@amrutam/db/generated/client";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { ConsultationScope } from "./scope";

export type LockedVisit = Readonly<{
  id: string;
  status: ConsultationStatus;
  starts_at: Date;
  ends_at: Date;
  hold_expires_at: Date | null;
  patient_id: string;
  doctor_id: string;
  /** The database's clock, read after the lock was had. */
  now: Date;
}>;

/**
 * A visit of this scope, locked until the transaction ends. Locks are taken in the order of the booking function
 * (doctor and patient, then rows), so that a cancellation and a booking never wait for each other in a ring.
 * @returns undefined for a missing id and for somebody else's alike
 */
export async function lockVisit(tx: PrismaTransaction, scope: ConsultationScope, id: string) {
  const mine = scope.column === "patient_id" ? Prisma.sql`patient_id` : Prisma.sql`doctor_id`;
  await tx.$executeRaw`
    SELECT lock_pair(doctor_id, patient_id) FROM consultations WHERE id = ${id}::uuid AND ${mine} = ${scope.value}::uuid`;
  const [visit] = await tx.$queryRaw<LockedVisit[]>`
    SELECT id, status::text AS status, starts_at, ends_at, hold_expires_at, patient_id, doctor_id, clock_timestamp() AS now
    FROM consultations WHERE id = ${id}::uuid AND ${mine} = ${scope.value}::uuid FOR UPDATE`;
  return visit;
}
