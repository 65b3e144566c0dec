import type { Database } from "@amrutam/db/client";

const STALE = `
SELECT refresh_next_open(stale.ids) FROM (
  SELECT array_agg(id) AS ids FROM doctors WHERE approval = 'APPROVED' AND next_open_at <= now()
) stale WHERE stale.ids IS NOT NULL`;

/**
 * Moves "soonest open" on for doctors whose soonest slot has begun unbooked: nothing changed, so no trigger fired.
 * For the worker, each minute.
 */
export async function refreshStaleNextOpen(db: Pick<Database, "query">): Promise<void> {
  await db.query("availability.refresh_next_open", STALE, []);
}
