import type { Database } from "@amrutam/db/client";

const STALE = `
SELECT refresh_next_open(stale.ids) FROM (
  SELECT array_agg(id) AS ids FROM (
    SELECT id FROM doctors WHERE approval = 'APPROVED' AND next_open_at <= now() FOR NO KEY UPDATE SKIP LOCKED) free
) stale WHERE stale.ids IS NOT NULL`;

/**
 * Moves "soonest open" on for doctors whose soonest slot has begun unbooked: nothing changed, so no trigger fired. A doctor
 * whose slots are being changed at this moment is left to that change, so that many rows are had without waiting for any.
 * For the worker, each minute.
 */
export async function refreshStaleNextOpen(db: Pick<Database, "query">): Promise<void> {
  await db.query("availability.refresh_next_open", STALE, []);
}
