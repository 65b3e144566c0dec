import type { Actor } from "@amrutam/domain/actor";
import type { cancelConsultationInput } from "@amrutam/domain/consultation/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { type Cancelled, cancelVisit } from "./cancel-visit";
import { ownConsultations } from "./scope";

/** Cancels an own visit; the refund follows the rule that was shown before paying. With a key, a repeat gets the same answer. */
export function cancelConsultation(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  input: z.infer<typeof cancelConsultationInput>,
): Promise<Result<Cancelled>> {
  const { id, idempotencyKey: key } = input;
  const cancellation = { id, by: ctx.actor.role };
  return inTransaction(ctx.deps, async (tx) => {
    const cancel = () => cancelVisit(tx, ctx, ownConsultations(ctx.actor), cancellation);
    if (!key) return cancel();
    return once<Cancelled>(
      tx,
      ctx.deps,
      { scope: ctx.actor.userId, procedure: "consultation.cancel", key, input },
      async () => {
        const result = await cancel();
        return result.ok ? ok({ value: result.value, effectId: id }) : result;
      },
    );
  });
}
