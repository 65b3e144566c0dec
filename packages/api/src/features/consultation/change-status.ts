import type { ConsultationUpdateInput } from "@amrutam/db/generated/models/Consultation";
import type { Actor } from "@amrutam/domain/actor";
import type { changedConsultation } from "@amrutam/domain/consultation/schema";
import { type ConsultationEvent, decideTransition } from "@amrutam/domain/consultation/transitions";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { lockVisit } from "./locked-visit";
import { ownConsultations } from "./scope";
import { visitFactsOf } from "./visit-facts";

type DoctorContext = ActorContext<Actor<"DOCTOR">>;
export type Changed = z.infer<typeof changedConsultation>;

/** What the doctor's event writes beside the new status; `at` is the database's clock. */
const FIELDS: Record<"start" | "complete", (at: Date) => ConsultationUpdateInput> = {
  start: (at) => ({ startedAt: at }),
  complete: (at) => ({ completedAt: at, endedAt: at }),
};

/**
 * A doctor's event on an own visit: judged by the domain under a lock, written with its audit event.
 * A second tap on the same button is refused as an illegal transition and changes nothing.
 */
export async function changeStatus(
  ctx: DoctorContext,
  event: Extract<ConsultationEvent, "start" | "complete">,
  id: string,
): Promise<Result<Changed>> {
  return inTransaction(ctx.deps, async (tx) => {
    const visit = await lockVisit(tx, ownConsultations(ctx.actor), id);
    if (!visit) return refuse("not_found");
    const decision = decideTransition(visitFactsOf(visit), event, "DOCTOR", fromEpochMs(visit.now.getTime()));
    if (!decision.ok) return decision;
    await tx.consultation.update({
      where: { id },
      data: { status: decision.value, ...FIELDS[event](visit.now) },
      select: { id: true },
    });
    await audit(tx, ctx, {
      action: `consultation.${event}`,
      entityId: id,
      patientId: visit.patient_id,
    });
    await tx.outboxEvent.create({
      data: { kind: `consultation.${event}`, aggregateId: id },
      select: { id: true },
    });
    return ok({ id, status: decision.value });
  });
}
