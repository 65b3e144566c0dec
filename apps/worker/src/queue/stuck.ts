import type { Database } from "@amrutam/db/client";

/** What won't move on by itself. */
export type Stuck = Readonly<{
  /** Jobs that failed at their last attempt and stay in the queue to be looked at, by task. */
  deadJobs: Readonly<Record<string, number>>;
  /** Events of a kind without a route, put off minute by minute. */
  unroutableEvents: number;
}>;

const STUCK = `
SELECT
  (SELECT coalesce(json_object_agg(task, count), '{}') FROM (
    SELECT task_identifier AS task, count(*) AS count FROM graphile_worker.jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL GROUP BY 1) dead) AS "deadJobs",
  (SELECT count(*)::int FROM outbox_events WHERE dispatched_at IS NULL AND attempts > 0) AS "unroutableEvents"`;

/** @throws what the database throws, also while the queue's schema isn't there yet */
export async function findStuck({ query }: Pick<Database, "query">): Promise<Stuck> {
  const [row] = await query<Stuck>("queue.stuck", STUCK, []);
  if (!row) throw new Error("an aggregate returned no row");
  return row;
}
