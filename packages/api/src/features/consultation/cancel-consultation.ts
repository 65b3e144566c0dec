import type { PrismaTransaction } from "@amrutam/db/client";
import type { Actor } from "@amrutam/domain/actor";
import { refundFor } from "@amrutam/domain/consultation/refund";
import type { cancelConsultationInput, cancelConsultationOutput } from "@amrutam/domain/consultation/schema";
import { decideTransition, type Party } from "@amrutam/domain/consultation/transitions";
import type { Currency } from "@amrutam/domain/money/currencies";
import { type Money, zero } from "@amrutam/domain/money/money";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { type LockedVisit, lockVisit } from "./locked-visit";
import { ownConsultations } from "./scope";
import { visitFactsOf } from "./visit-facts";

type Context = ActorContext<Actor<"PATIENT" | "DOCTOR">>;
type Cancelled = z.infer<typeof cancelConsultationOutput>;

/** Settles the money of a visit that ends now: refunds what the rule gives back, voids what was never paid. */
async function settleMoney(tx: PrismaTransaction, visit: LockedVisit, by: Party): Promise<Money> {
  const payment = await tx.payment.findUnique({ where: { consultationId: visit.id } });
  if (!payment) return zero("INR");
  const currency = payment.currency as Currency;
  if (payment.status !== "SUCCEEDED") {
    await tx.payment.update({ where: { id: payment.id }, data: { status: "VOID" } });
    return zero(currency);
  }
  const paid = { minor: Number(payment.amountMinor), currency };
  const refund = refundFor(
    paid,
    fromEpochMs(visit.starts_at.getTime()),
    by,
    fromEpochMs(visit.now.getTime()),
  );
  if (refund.minor === 0) return refund;
  await tx.refund.create({
    data: {
      paymentId: payment.id,
      amountMinor: BigInt(refund.minor),
      currency,
      reason: `cancelled_by_${by.toLowerCase()}`,
    },
  });
  await tx.payment.update({ where: { id: payment.id }, data: { refundedMinor: BigInt(refund.minor) } });
  await tx.outboxEvent.create({ data: { kind: "payment.refund_due", aggregateId: payment.id } });
  return refund;
}

async function cancelLocked(ctx: Context, tx: PrismaTransaction, id: string): Promise<Result<Cancelled>> {
  const visit = await lockVisit(tx, ownConsultations(ctx.actor), id);
  if (!visit) return refuse("not_found");
  const by = ctx.actor.role;
  const decision = decideTransition(visitFactsOf(visit), "cancel", by, fromEpochMs(visit.now.getTime()));
  if (!decision.ok) return decision;
  const refund = await settleMoney(tx, visit, by);
  await tx.consultation.update({
    where: { id },
    data: { status: "CANCELLED", cancelledBy: by, endedAt: visit.now },
    select: { id: true },
  });
  await audit(tx, ctx, { action: "consultation.cancel", entityId: id, patientId: visit.patient_id });
  await tx.outboxEvent.create({
    data: { kind: "consultation.cancelled", aggregateId: id },
    select: { id: true },
  });
  return ok({ id, status: "CANCELLED" as const, refund });
}

/** Cancels an own visit; the refund follows the rule that was shown before paying. With a key, a repeat gets the same answer. */
export function cancelConsultation(
  ctx: Context,
  input: z.infer<typeof cancelConsultationInput>,
): Promise<Result<Cancelled>> {
  const { id, idempotencyKey: key } = input;
  return inTransaction(ctx.deps, async (tx) => {
    if (!key) return cancelLocked(ctx, tx, id);
    return once<Cancelled>(
      tx,
      ctx.deps,
      { scope: ctx.actor.userId, procedure: "consultation.cancel", key, input },
      async () => {
        const result = await cancelLocked(ctx, tx, id);
        return result.ok ? ok({ value: result.value, effectId: id }) : result;
      },
    );
  });
}
