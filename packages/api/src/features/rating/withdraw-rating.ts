import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownRatings } from "./scope";
import { lockRating } from "./store";

/** Takes stars and words back, whenever: the row is gone, and that it was there stands in the audit log. @returns `not_found` */
export async function withdrawRating(
  ctx: ActorContext<Actor<"PATIENT">>,
  { consultationId }: { consultationId: string },
): Promise<Result<{ done: true }>> {
  const scope = ownRatings(ctx.actor);
  return inTransaction(ctx.deps, async (tx) => {
    const rating = await lockRating(tx, scope, consultationId);
    if (!rating) return refuse("not_found");
    await tx.rating.delete({ where: { id: rating.id }, select: { id: true } });
    await audit(tx, ctx, { action: "rating.withdraw", entityId: rating.id, patientId: scope.patientId });
    return ok({ done: true });
  });
}
