import type { Database } from "@amrutam/db/client";

/** What is deleted when: rows that nothing can use any more. Conditions name their own grace. */
export const PURGED = {
  idempotency_records: "expires_at < now()",
  sign_in_tickets: "expires_at < now() - interval '1 hour'",
  sign_in_challenges: "expires_at < now() - interval '1 hour'",
  passkey_challenges: "expires_at < now() - interval '1 hour'",
  remembered_devices: "expires_at < now()",
  // Kept a week longer: a late click is told that the link ran out.
  link_tokens: "expires_at < now() - interval '7 days'",
  // Past windows with all their offers; the reason they were given is gone with them.
  waitlist_entries: "to_at < now() - interval '30 days'",
  visit_links: "expires_at < now() - interval '7 days'",
  // Both addresses, kept only as long as a letter about them may still be repeated.
  email_changes: "requested_at < now() - interval '30 days'",
  // A used token is the proof of a replay for as long as its session may live.
  refresh_tokens: "expires_at < now() - interval '1 day'",
  booking_drafts: "expires_at < now()",
  rate_limits: "expire < extract(epoch FROM now()) * 1000",
  // Longer than an event may be told again.
  deliveries: "settled_at < now() - interval '90 days'",
  notifications: "created_at < now() - interval '1 year'",
  visit_reminders: "starts_at < now() - interval '90 days'",
  visit_delays: "starts_at < now() - interval '1 year'",
  outbox_events: "dispatched_at < now() - interval '30 days'",
} as const satisfies Record<string, string>;
export type PurgedTable = keyof typeof PURGED;

const BATCH = 5_000;

/** Deletes in batches, so that no lock is held for long. @returns rows deleted by table */
export async function purgeExpired({ query }: Pick<Database, "query">): Promise<Map<PurgedTable, number>> {
  const deleted = new Map<PurgedTable, number>();
  for (const [table, condition] of Object.entries(PURGED) as [PurgedTable, string][]) {
    const text = `WITH gone AS (DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM ${table} WHERE ${condition} LIMIT ${BATCH})) RETURNING 1)
      SELECT count(*)::int AS count FROM gone`;
    let total = 0;
    for (let count = BATCH; count === BATCH; total += count) {
      const [row] = await query<{ count: number }>(`purge.${table}`, text, []);
      count = row?.count ?? 0;
    }
    deleted.set(table, total);
  }
  return deleted;
}
