import type { Actor } from "@amrutam/domain/actor";
import { decidePayment } from "@amrutam/domain/booking/decide-booking";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { initiatePaymentInput, initiatePaymentOutput } from "@amrutam/domain/payment/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { PaymentsUnavailable } from "@amrutam/ports/payments";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { ownConsultations } from "../consultation/public";
import { findPayment, type PaymentRow, settle } from "./store";

type Context = ActorContext<Actor<"PATIENT">>;
type Input = z.infer<typeof initiatePaymentInput>;
type Initiated = z.infer<typeof initiatePaymentOutput>;

/** May this still be paid for? A payment that went through before answers by its idempotency key, or as settled. */
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

/** Begins paying for an own hold. The local provider settles at once; a hosted one answers with where to go. */
export async function initiatePayment(ctx: Context, input: Input): Promise<Result<Initiated>> {
  const scope = ownConsultations(ctx.actor);
  const payment = await findPayment(ctx.deps, scope, input.consultationId);
  if (!payment) return refuse("not_found");
  const isSettled = payment.status === "SUCCEEDED";
  if (!isSettled) {
    const decision = decide(payment);
    if (!decision.ok) return decision;
  }
  const paid = isSettled ? ({ state: "captured", providerRef: "" } as const) : await checkout(ctx, payment);
  if (!paid) return refuse("payment.unavailable");
  if (paid.state === "declined") return refuse("payment.failed");
  if (paid.state === "redirect") {
    return ok({
      paymentId: payment.id,
      outcome: "REDIRECT",
      checkoutUrl: paid.url,
      consultationStatus: payment.visit_status,
    });
  }
  const call = { scope: ctx.actor.userId, procedure: "payment.initiate", key: input.idempotencyKey, input };
  return inTransaction(ctx.deps, (tx) =>
    once<Initiated>(tx, ctx.deps, call, async () => {
      // Another key settled it: there is nothing left to pay, and this key has no answer of its own.
      if (isSettled) return refuse("payment.already_settled");
      const outcome = await settle(tx, payment.id, paid.providerRef, ctx);
      if (outcome === "already") return refuse("payment.already_settled");
      const isRefunding = outcome === "refunding";
      const status: ConsultationStatus = isRefunding ? "EXPIRED" : "CONFIRMED";
      return ok({
        effectId: payment.id,
        value: {
          paymentId: payment.id,
          outcome: isRefunding ? ("REFUNDING" as const) : ("SETTLED" as const),
          checkoutUrl: null,
          consultationStatus: status,
        },
      });
    }),
  );
}
