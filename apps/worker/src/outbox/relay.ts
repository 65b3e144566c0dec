import type { Database } from "@amrutam/db/client";
import type { OutboxEvent } from "./event";
import { ROUTES } from "./routes";

const TAKE = `
SELECT id AS "eventId", kind, aggregate_id AS "aggregateId" FROM outbox_events
WHERE dispatched_at IS NULL AND available_at <= now()
ORDER BY available_at, id LIMIT $1 FOR UPDATE SKIP LOCKED`;

const ADD_JOBS = `
SELECT graphile_worker.add_job(task, payload, job_key => job_key, max_attempts => $2)
FROM json_to_recordset($1::json) AS jobs (task text, payload json, job_key text)`;

const MARK = "UPDATE outbox_events SET dispatched_at = now(), attempts = attempts + 1 WHERE id = ANY ($1)";

const POSTPONE = `
UPDATE outbox_events
SET available_at = now() + interval '1 minute', attempts = attempts + 1, last_error = 'no route for this kind'
WHERE id = ANY ($1)`;

/** About two days of growing pauses (e^attempt seconds, graphile-worker's rule). */
const MAX_ATTEMPTS = 12;

export type Relayed = Readonly<{ taken: number; unknownKinds: readonly string[] }>;

/**
 * Turns waiting outbox events into jobs, in one transaction: an event is marked exactly when its jobs exist. Any
 * number of workers may do so at once; each event is one's.
 * @param limit events at a time
 */
export async function relayOutbox({ pool }: Pick<Database, "pool">, limit = 200): Promise<Relayed> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const { rows: events } = await client.query<OutboxEvent>(TAKE, [limit]);
    const known = events.filter(({ kind }) => Object.hasOwn(ROUTES, kind));
    const unknown = events.filter(({ kind }) => !Object.hasOwn(ROUTES, kind));
    const jobs = known.flatMap((event) =>
      (ROUTES[event.kind] ?? []).map((task) => ({
        task,
        payload: event,
        job_key: `${event.eventId}:${task}`,
      })),
    );
    if (jobs.length > 0) await client.query(ADD_JOBS, [JSON.stringify(jobs), MAX_ATTEMPTS]);
    if (known.length > 0) await client.query(MARK, [known.map(({ eventId }) => eventId)]);
    if (unknown.length > 0) await client.query(POSTPONE, [unknown.map(({ eventId }) => eventId)]);
    await client.query("COMMIT");
    return { taken: events.length, unknownKinds: [...new Set(unknown.map(({ kind }) => kind))] };
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection in the middle of a transaction goes back to nobody.
    client.release(broken);
  }
}

const LAG = `
SELECT coalesce(extract(epoch FROM now() - min(available_at)), 0)::float8 AS seconds FROM outbox_events
WHERE dispatched_at IS NULL AND available_at <= now()`;

/** Seconds the oldest due event has been waiting; 0 when none is. */
export async function outboxLag({ query }: Pick<Database, "query">): Promise<number> {
  const [row] = await query<{ seconds: number }>("outbox.lag", LAG, []);
  return row?.seconds ?? 0;
}
