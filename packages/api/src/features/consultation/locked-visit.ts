import type { PrismaTransaction } from "@amrutam/db/client";
import { Prisma } from "@amrutam/db/generated/client";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Party } from "@amrutam/domain/consultation/transitions";
import type { VisitScope } from "./scope";

export type LockedVisit = Readonly<{
  id: string;
  status: ConsultationStatus;
  starts_at: Date;
  ends_at: Date;
  hold_expires_at: Date | null;
  hold_extended_at: Date | null;
  moved_by: Party | null;
  patient_id: string;
  doctor_id: string;
  /** The database's clock, read after the lock was had. */
  now: Date;
}>;

const OWNED = {
  patient_id: (owner: string | null) => Prisma.sql`patient_id = ${owner}::uuid`,
  doctor_id: (owner: string | null) => Prisma.sql`doctor_id = ${owner}::uuid`,
  nobody: () => Prisma.sql`true`,
} as const;

/**
 * A visit of this scope, locked until the transaction ends. Locks are taken in the order of the booking function
 * (doctor, patient, then rows), so that a cancellation and a booking never wait for each other in a ring.
 * @returns undefined for a missing id and for somebody else's alike
 */
export async function lockVisit(tx: PrismaTransaction, scope: VisitScope, id: string) {
  const mine = OWNED[scope.column ?? "nobody"](scope.value);
  await tx.$executeRaw`
    SELECT lock_pair(doctor_id, patient_id) FROM consultations WHERE id = ${id}::uuid AND ${mine}`;
  const [visit] = await tx.$queryRaw<LockedVisit[]>`
    SELECT id, status::text AS status, starts_at, ends_at, hold_expires_at, hold_extended_at, moved_by::text AS moved_by,
      patient_id, doctor_id, clock_timestamp() AS now
    FROM consultations WHERE id = ${id}::uuid AND ${mine} FOR UPDATE`;
  return visit;
}
