import type { Actor } from "@amrutam/domain/actor";
import { mayReportMissing } from "@amrutam/domain/consultation/change-policy";
import type { changedConsultation, missConsultationInput } from "@amrutam/domain/consultation/schema";
import { decideTransition } from "@amrutam/domain/consultation/transitions";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { lockVisit } from "./locked-visit";
import { ownConsultations } from "./scope";
import { settleMissed } from "./settle-money";
import { visitFactsOf } from "./visit-facts";

/**
 * CONFIRMED → NO_SHOW: who didn't come is recorded, and a patient who waited for the doctor gets everything back. A
 * visit that was started can't be missed, so neither side can say so of one that took place.
 * @returns auth.forbidden when a side reports its own absence as the other's, or whom it may not
 */
export async function missConsultation(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { id, by }: z.infer<typeof missConsultationInput>,
): Promise<Result<z.infer<typeof changedConsultation>>> {
  const reporter = ctx.actor.role;
  const missing = by ?? (reporter === "PATIENT" ? "DOCTOR" : "PATIENT");
  return inTransaction(ctx.deps, async (tx) => {
    const visit = await lockVisit(tx, ownConsultations(ctx.actor), id);
    if (!visit) return refuse("not_found");
    if (!mayReportMissing(reporter, missing)) return refuse("auth.forbidden");
    const now = fromEpochMs(visit.now.getTime());
    const decision = decideTransition(visitFactsOf(visit), "miss", reporter, now);
    if (!decision.ok) return decision;
    await settleMissed(tx, visit, missing);
    await tx.consultation.update({
      where: { id },
      data: { status: decision.value, missedBy: missing, endedAt: visit.now },
      select: { id: true },
    });
    await audit(tx, ctx, { action: "consultation.miss", entityId: id, patientId: visit.patient_id });
    await tx.outboxEvent.create({
      data: { kind: "consultation.miss", aggregateId: id },
      select: { id: true },
    });
    return ok({ id, status: decision.value });
  });
}
