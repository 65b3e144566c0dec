import type { PrismaTransaction } from "@amrutam/db/client";

type For = Readonly<{ patientId: string; dependantId: string; requestId: string }>;

/**
 * Gives up every place that is waited in for a dependant, doctor by doctor in one order; what is held for one goes to the
 * next.
 */
export const leaveFor = (tx: PrismaTransaction, { patientId, dependantId, requestId }: For) =>
  tx.$executeRaw`
    SELECT give_up_waitlist(id, patient_id, NULL, true, ${requestId}) FROM (
      SELECT e.id, e.patient_id FROM waitlist_entries e
      LEFT JOIN waitlist_offers o ON o.entry_id = e.id AND o.status = 'OPEN' LEFT JOIN slots s ON s.id = o.slot_id
      WHERE e.dependant_id = ${dependantId}::uuid AND e.patient_id = ${patientId}::uuid AND e.status = 'WAITING'
      ORDER BY s.doctor_id, e.id OFFSET 0) waiting`;

/** Deletes what is left of past waiting for a dependant, with the reasons that were given. */
export const forgetWaiting = (tx: PrismaTransaction, { patientId, dependantId }: Omit<For, "requestId">) =>
  tx.waitlistEntry.deleteMany({ where: { dependantId, patientId } });
