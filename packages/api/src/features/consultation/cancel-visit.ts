import type { PrismaTransaction } from "@amrutam/db/client";
import type { cancelConsultationOutput } from "@amrutam/domain/consultation/schema";
import { decideTransition, type Party } from "@amrutam/domain/consultation/transitions";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit, type Doer } from "../../audit";
import { lockVisit } from "./locked-visit";
import type { VisitScope } from "./scope";
import { settleCancelled } from "./settle-money";
import { visitFactsOf } from "./visit-facts";

export type Cancelled = z.infer<typeof cancelConsultationOutput>;

type Cancellation = Readonly<{
  id: string;
  by: Party;
  /** The platform's, for both sides to read. */
  reason?: string;
}>;

/** Ends a visit of this scope and settles its money, within the caller's transaction. Whoever cancels, this is how. */
export async function cancelVisit(
  tx: PrismaTransaction,
  doer: Doer,
  scope: VisitScope,
  { id, by, reason }: Cancellation,
): Promise<Result<Cancelled>> {
  const visit = await lockVisit(tx, scope, id);
  if (!visit) return refuse("not_found");
  const decision = decideTransition(visitFactsOf(visit), "cancel", by, fromEpochMs(visit.now.getTime()));
  if (!decision.ok) return decision;
  const refund = await settleCancelled(tx, visit, by);
  await tx.consultation.update({
    where: { id },
    data: { status: "CANCELLED", cancelledBy: by, cancelReason: reason ?? null, endedAt: visit.now },
    select: { id: true },
  });
  await audit(tx, doer, { action: "consultation.cancel", entityId: id, patientId: visit.patient_id });
  await tx.outboxEvent.create({
    data: { kind: "consultation.cancelled", aggregateId: id },
    select: { id: true },
  });
  return ok({ id, status: "CANCELLED" as const, refund });
}
