import type { Actor } from "@amrutam/domain/actor";
import { decidePayment } from "@amrutam/domain/booking/decide-booking";
import type { initiatePaymentInput, initiatePaymentOutput } from "@amrutam/domain/payment/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { PaymentsUnavailable } from "@amrutam/ports/payments";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { earlierAnswer, type KeyedCall, once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { ownConsultations } from "../consultation/public";
import { findPayment, type PaymentRow, settle } from "./store";

type Context = ActorContext<Actor<"PATIENT">>;
type Input = z.infer<typeof initiatePaymentInput>;
type Initiated = z.infer<typeof initiatePaymentOutput>;

/** May this still be paid for? */
function decide(payment: PaymentRow): Result<null> {
  if (payment.visit_status === "EXPIRED") return refuse("booking.hold_expired");
  if (payment.visit_status !== "REQUESTED" || !payment.hold_expires_at) {
    return refuse("consultation.illegal_transition", { status: payment.visit_status });
  }
  return decidePayment(fromEpochMs(payment.hold_expires_at.getTime()), fromEpochMs(payment.now.getTime()));
}

/** The provider's answer to this payment; its own key is the payment's id, so a repeat never charges twice. */
async function checkout(ctx: Context, payment: PaymentRow) {
  try {
    return await ctx.deps.payments.checkout({
      paymentId: payment.id,
      amount: { minor: payment.amount_minor, currency: payment.currency },
      key: payment.id,
    });
  } catch (error) {
    if (!(error instanceof PaymentsUnavailable)) throw error;
    ctx.deps.log.warn({ requestId: ctx.requestId, paymentId: payment.id }, "payment provider unavailable");
    return null;
  }
}

/**
 * Notes captured money under the call's key. Whatever became of the key meanwhile, what was captured is settled.
 * @returns the answer; `payment.already_settled`, or what the key refuses
 */
async function settleCaptured(
  ctx: Context,
  call: KeyedCall,
  paymentId: string,
  providerRef: string,
): Promise<Result<Initiated>> {
  const result = await inTransaction(ctx.deps, (tx) =>
    once<Initiated>(tx, ctx.deps, call, async () => {
      const { outcome, visitStatus } = await settle(tx, paymentId, providerRef, ctx);
      if (outcome === "already") return refuse("payment.already_settled");
      const value: Initiated = {
        paymentId,
        outcome: outcome === "refunding" ? "REFUNDING" : "SETTLED",
        checkoutUrl: null,
        consultationStatus: visitStatus,
      };
      return ok({ effectId: paymentId, value });
    }),
  );
  const isKeyLost = !result.ok && result.code.startsWith("idempotency.");
  if (isKeyLost) await inTransaction(ctx.deps, (tx) => settle(tx, paymentId, providerRef, ctx));
  return result;
}

/** Begins paying for an own hold. The local provider settles at once; a hosted one answers with where to go. */
export async function initiatePayment(ctx: Context, input: Input): Promise<Result<Initiated>> {
  const payment = await findPayment(ctx.deps, ownConsultations(ctx.actor), input.consultationId);
  if (!payment) return refuse("not_found");
  const call = { scope: ctx.actor.userId, procedure: "payment.initiate", key: input.idempotencyKey, input };
  // Before the provider is asked: a key that was used for another visit charges nobody.
  const earlier = await earlierAnswer<Initiated>(ctx.deps, call);
  if (earlier) return earlier;
  if (payment.status === "SUCCEEDED") return refuse("payment.already_settled");
  const decision = decide(payment);
  if (!decision.ok) return decision;
  const paid = await checkout(ctx, payment);
  if (!paid) return refuse("payment.unavailable");
  if (paid.state === "declined") return refuse("payment.failed");
  if (paid.state === "captured") return settleCaptured(ctx, call, payment.id, paid.providerRef);
  return ok({
    paymentId: payment.id,
    outcome: "REDIRECT",
    checkoutUrl: paid.url,
    consultationStatus: payment.visit_status,
  });
}
