import { openAccountKey } from "@amrutam/auth/account-key";
import type { Actor } from "@amrutam/domain/actor";
import { decideChange } from "@amrutam/domain/rating/decide-rating";
import type { updateRatingInput } from "@amrutam/domain/rating/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownRatings } from "./scope";
import { lockRating } from "./store";

/**
 * Says it otherwise. Changed words leave the public page with the same stroke and wait to be read again (the schema does
 * that); the same words with other stars stay where they are. @returns `not_found`, `rating.too_late`
 */
export async function updateRating(
  ctx: ActorContext<Actor<"PATIENT">>,
  { consultationId, stars, comment }: z.output<typeof updateRatingInput>,
): Promise<Result<{ done: true }>> {
  const { deps } = ctx;
  const scope = ownRatings(ctx.actor);
  return inTransaction(deps, async (tx) => {
    const rating = await lockRating(tx, scope, consultationId);
    if (!rating) return refuse("not_found");
    const decision = decideChange(fromEpochMs(rating.givenAt.getTime()), fromEpochMs(rating.now.getTime()));
    if (!decision.ok) return decision;
    const cipher = await openAccountKey(tx, deps.keys, scope.patientId);
    const before = rating.commentSealed
      ? cipher.unseal("ratings.comment_sealed", rating.id, rating.commentSealed)
      : "";
    // Sealing the same words anew would make other bytes of them, and so a change.
    const words =
      comment === before
        ? {}
        : {
            commentSealed: comment === "" ? null : cipher.seal("ratings.comment_sealed", rating.id, comment),
          };
    await tx.rating.update({ where: { id: rating.id }, data: { stars, ...words }, select: { id: true } });
    await audit(tx, ctx, { action: "rating.update", entityId: rating.id, patientId: scope.patientId });
    return ok({ done: true });
  });
}
