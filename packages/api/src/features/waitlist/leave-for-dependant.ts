import type { PrismaTransaction } from "@amrutam/db/client";

type For = Readonly<{ patientId: string; dependantId: string; requestId: string }>;

/** Gives up every place that is waited in for a dependant; what is held for one goes to the next. */
export const leaveFor = (tx: PrismaTransaction, { patientId, dependantId, requestId }: For) =>
  tx.$executeRaw`
    SELECT give_up_waitlist(e.id, e.patient_id, NULL, true, ${requestId}) FROM waitlist_entries e
    WHERE e.dependant_id = ${dependantId}::uuid AND e.patient_id = ${patientId}::uuid AND e.status = 'WAITING'`;

/** Deletes what is left of past waiting for a dependant, with the reasons that were given. */
export const forgetWaiting = (tx: PrismaTransaction, { patientId, dependantId }: Omit<For, "requestId">) =>
  tx.waitlistEntry.deleteMany({ where: { dependantId, patientId } });
