import { randomUUID } from "node:crypto";
import { openAccountKey } from "@amrutam/auth/account-key";
import type { Actor } from "@amrutam/domain/actor";
import { decideGiving } from "@amrutam/domain/rating/decide-rating";
import type { giveRatingInput } from "@amrutam/domain/rating/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { ownRatings } from "./scope";
import { insertRating, lockRatedVisit } from "./store";

/**
 * Rates an own finished visit, once. The stars count at once; a comment waits, sealed, until the console has read it.
 * @returns `not_found`, `rating.not_completed`, `rating.already_given`, `rating.too_late`
 */
export async function giveRating(
  ctx: ActorContext<Actor<"PATIENT">>,
  input: z.output<typeof giveRatingInput>,
): Promise<Result<{ done: true }>> {
  const { deps, actor } = ctx;
  const scope = ownRatings(actor);
  const call = { scope: actor.userId, procedure: "rating.give", key: input.idempotencyKey, input };
  return inTransaction(deps, (tx) =>
    once<{ done: true }>(tx, deps, call, async () => {
      const visit = await lockRatedVisit(tx, scope, input.consultationId);
      if (!visit) return refuse("not_found");
      const completedAt = visit.completedAt && fromEpochMs(visit.completedAt.getTime());
      const decision = decideGiving({ ...visit, completedAt }, fromEpochMs(visit.now.getTime()));
      if (!decision.ok) return decision;
      // Not one of our time-ordered ids: this one is public, and its time isn't.
      const id = randomUUID();
      const { consultationId, stars, comment } = input;
      const commentSealed =
        comment === ""
          ? null
          : (await openAccountKey(tx, deps.keys, scope.patientId)).seal(
              "ratings.comment_sealed",
              id,
              comment,
            );
      await insertRating(tx, scope, { id, consultationId, stars, commentSealed });
      await audit(tx, ctx, { action: "rating.give", entityId: id, patientId: scope.patientId });
      return ok({ value: { done: true }, effectId: id });
    }),
  );
}
