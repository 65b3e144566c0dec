import type { PrismaTransaction } from "@amrutam/db/client";

/** Until the transaction ends nobody else changes this doctor's hours or slots, or books with them; `lock_pair` takes the same one. */
export const lockDoctor = (tx: PrismaTransaction, doctorId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('doctor:' || ${doctorId}::uuid, 0))`;

/**
 * After {@link lockDoctor}: the patients of these visits, in the one order in which whoever needs several takes them. Each
 * visit can then be changed without waiting for a patient who waits for the doctor.
 */
export const lockPatientsOf = (tx: PrismaTransaction, visits: readonly string[]) =>
  tx.$executeRaw`
    SELECT pg_advisory_xact_lock(lock) FROM (
      SELECT DISTINCT hashtextextended('patient:' || patient_id, 0) AS lock FROM consultations
      WHERE id = ANY (${visits}::uuid[]) ORDER BY lock OFFSET 0) sorted`;
