import { answerableFor, refundFor } from "@amrutam/domain/consultation/refund";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { decideTransition, type Party } from "@amrutam/domain/consultation/transitions";
import type { Money } from "@amrutam/domain/money/money";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { visitFactsOf } from "./visit-facts";

type Row = Readonly<{
  /** The database's clock. */
  now: Date;
  status: ConsultationStatus;
  starts_at: Date;
  ends_at: Date;
  hold_expires_at: Date | null;
  moved_by: Party | null;
  currency: "INR";
  /** null without a payment */
  payment_status: string | null;
  amount_minor: number | null;
}>;

/** What comes back if `party` cancels now; null when it can't. */
export function refundNow(row: Row, party: Party): Money | null {
  const now = fromEpochMs(row.now.getTime());
  if (!decideTransition(visitFactsOf(row), "cancel", party, now).ok) return null;
  const paid = row.payment_status === "SUCCEEDED" ? (row.amount_minor ?? 0) : 0;
  return refundFor(
    { minor: paid, currency: row.currency },
    fromEpochMs(row.starts_at.getTime()),
    answerableFor(party, row.moved_by),
    now,
  );
}
