import type { Actor } from "@amrutam/domain/actor";
import { decideExtension } from "@amrutam/domain/consultation/decide-extension";
import type { extendedHold } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";
import { lockVisit } from "./locked-visit";
import { ownConsultations } from "./scope";
import { visitFactsOf } from "./visit-facts";

/** Ten more minutes to pay, once. A second tap is refused and changes nothing. */
export async function extendHold(
  ctx: ActorContext<Actor<"PATIENT">>,
  { id }: { id: string },
): Promise<Result<z.infer<typeof extendedHold>>> {
  return inTransaction(ctx.deps, async (tx) => {
    const visit = await lockVisit(tx, ownConsultations(ctx.actor), id);
    if (!visit) return refuse("not_found");
    const decision = decideExtension(
      { ...visitFactsOf(visit), isExtended: visit.hold_extended_at !== null },
      fromEpochMs(visit.now.getTime()),
    );
    if (!decision.ok) return decision;
    await tx.consultation.update({
      where: { id },
      data: { holdExpiresAt: new Date(decision.value.epochMilliseconds), holdExtendedAt: visit.now },
      select: { id: true },
    });
    await audit(tx, ctx, { action: "consultation.extend_hold", entityId: id, patientId: visit.patient_id });
    return ok({ id, holdExpiresAt: iso(new Date(decision.value.epochMilliseconds)) });
  });
}
