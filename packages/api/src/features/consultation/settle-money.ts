import type { PrismaTransaction } from "@amrutam/db/client";
import { answerableFor, refundFor, refundForMissing } from "@amrutam/domain/consultation/refund";
import type { Party } from "@amrutam/domain/consultation/transitions";
import type { Currency } from "@amrutam/domain/money/currencies";
import { type Money, zero } from "@amrutam/domain/money/money";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { LockedVisit } from "./locked-visit";

/** Gives back part of what was captured, or voids what was never paid. @returns the amount that comes back */
async function settle(
  tx: PrismaTransaction,
  visit: LockedVisit,
  reason: string,
  dueOf: (paid: Money) => Money,
): Promise<Money> {
  const payment = await tx.payment.findUnique({ where: { consultationId: visit.id } });
  if (!payment) return zero("INR");
  const currency = payment.currency as Currency;
  if (payment.status !== "SUCCEEDED") {
    await tx.payment.update({ where: { id: payment.id }, data: { status: "VOID" } });
    return zero(currency);
  }
  const refund = dueOf({ minor: Number(payment.amountMinor), currency });
  if (refund.minor === 0) return refund;
  await tx.refund.create({
    data: { paymentId: payment.id, amountMinor: BigInt(refund.minor), currency, reason },
  });
  await tx.payment.update({ where: { id: payment.id }, data: { refundedMinor: BigInt(refund.minor) } });
  await tx.outboxEvent.create({ data: { kind: "payment.refund_due", aggregateId: payment.id } });
  return refund;
}

/** The money of a visit that is cancelled now, by the rule that was shown before paying. */
export const settleCancelled = (tx: PrismaTransaction, visit: LockedVisit, by: Party): Promise<Money> =>
  settle(tx, visit, `cancelled_by_${by.toLowerCase()}`, (paid) =>
    refundFor(
      paid,
      fromEpochMs(visit.starts_at.getTime()),
      answerableFor(by, visit.moved_by),
      fromEpochMs(visit.now.getTime()),
    ),
  );

/** The money of a visit that didn't take place. */
export const settleMissed = (tx: PrismaTransaction, visit: LockedVisit, missedBy: Party): Promise<Money> =>
  settle(tx, visit, `missed_by_${missedBy.toLowerCase()}`, (paid) => refundForMissing(paid, missedBy));
