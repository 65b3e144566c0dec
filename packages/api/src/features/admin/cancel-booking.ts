import type { cancelBookingInput } from "@amrutam/domain/admin/cancel-booking";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { once } from "../../idempotency";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { type Cancelled, cancelVisit, everyConsultation } from "../consultation/public";

/** The platform cancels: all comes back, and both sides read why. */
export function cancelBooking(
  ctx: ContextOf<"admin.cancelBooking">,
  input: z.infer<typeof cancelBookingInput>,
): Promise<Result<Cancelled>> {
  const { id, reason, idempotencyKey: key } = input;
  const call = { scope: ctx.actor.userId, procedure: "admin.cancelBooking", key, input };
  return inTransaction(ctx.deps, (tx) =>
    once<Cancelled>(tx, ctx.deps, call, async () => {
      const result = await cancelVisit(tx, ctx, everyConsultation(ctx.actor), { id, by: "PLATFORM", reason });
      return result.ok ? ok({ value: result.value, effectId: id }) : result;
    }),
  );
}
