import type { Currency } from "@amrutam/domain/money/currencies";
import { money } from "@amrutam/domain/money/money";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";

type Due = Readonly<{
  id: string;
  amountMinor: number;
  currency: Currency;
  provider: string;
  providerRef: string | null;
}>;

const DUE = `
SELECT r.id, r.amount_minor AS "amountMinor", r.currency, p.provider, p.provider_ref AS "providerRef"
FROM refunds r JOIN payments p ON p.id = r.payment_id
WHERE r.payment_id = $1 AND r.status = 'PENDING' ORDER BY r.created_at, r.id`;

const SETTLE = `
WITH settled AS (
  UPDATE refunds SET status = 'SUCCEEDED', provider_ref = $2, settled_at = now() WHERE id = $1 AND status = 'PENDING'
  RETURNING payment_id)
INSERT INTO audit_events (actor_role, action, entity_type, entity_id, patient_id, request_id)
SELECT 'SYSTEM', 'payment.refund', 'payment', p.id, c.patient_id, 'worker'
FROM settled JOIN payments p ON p.id = settled.payment_id JOIN consultations c ON c.id = p.consultation_id`;

/**
 * Gives back what is due for a payment. The provider is asked under the refund's own id, so that a worker that dies
 * between its answer and our note of it asks for the same refund again, not for another.
 * @throws PaymentsUnavailable the queue tries again
 */
export async function settleRefunds({ db, payments }: WorkerDeps, event: OutboxEvent): Promise<void> {
  for (const due of await db.query<Due>("refund.due", DUE, [event.aggregateId])) {
    if (due.provider !== payments.provider || due.providerRef === null)
      throw new Error(`refund ${due.id} belongs to a provider that is not configured here`);
    const { refundRef } = await payments.refund({
      providerRef: due.providerRef,
      amount: money(due.amountMinor, due.currency),
      key: due.id,
    });
    await db.query("refund.settle", SETTLE, [due.id, refundRef]);
  }
}
