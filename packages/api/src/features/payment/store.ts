import type { PrismaTransaction } from "@amrutam/db/client";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Context } from "../../context";
import type { Deps } from "../../deps";
import type { ConsultationScope } from "../consultation/public";

export type PaymentRow = Readonly<{
  id: string;
  consultation_id: string;
  status: "PENDING" | "SUCCEEDED" | "FAILED" | "VOID";
  provider: string;
  amount_minor: number;
  refunded_minor: number;
  currency: "INR";
  captured_at: Date | null;
  visit_status: ConsultationStatus;
  hold_expires_at: Date | null;
  now: Date;
}>;

/** The payment of a visit in this scope; undefined when there is no such visit, or nothing to pay. */
export async function findPayment(deps: Deps, scope: ConsultationScope, consultationId: string) {
  const [row] = await deps.db.query<PaymentRow>(
    `payment.find:${scope.column}`,
    `SELECT p.id, p.consultation_id, p.status, p.provider, p.amount_minor, p.refunded_minor, p.currency, p.captured_at,
       c.status AS visit_status, c.hold_expires_at, clock_timestamp() AS now
     FROM payments p JOIN consultations c ON c.id = p.consultation_id
     WHERE p.consultation_id = $1 AND c.${scope.column} = $2`,
    [consultationId, scope.value],
  );
  return row;
}

export type Settled = Readonly<{
  outcome: "confirmed" | "revived" | "refunding" | "already";
  /** What the visit is afterwards. */
  visitStatus: ConsultationStatus;
}>;

/** Tells the database that money arrived; what that means for the visit is decided there, under its locks. */
export async function settle(
  tx: PrismaTransaction,
  paymentId: string,
  providerRef: string,
  ctx: Pick<Context, "actor" | "requestId">,
): Promise<Settled> {
  const [row] = await tx.$queryRaw<{ outcome: Settled["outcome"] | "missing" }[]>`
    SELECT outcome FROM settle_payment(${paymentId}::uuid, ${providerRef}, ${ctx.actor?.userId ?? null}::uuid,
      ${ctx.actor?.role ?? "SYSTEM"}, ${ctx.requestId})`;
  if (!row || row.outcome === "missing") throw new Error("settle_payment() knows no such payment");
  const { consultation } = await tx.payment.findUniqueOrThrow({
    where: { id: paymentId },
    select: { consultation: { select: { status: true } } },
  });
  return { outcome: row.outcome, visitStatus: consultation.status };
}
