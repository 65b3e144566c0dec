import type { Keys } from "@amrutam/ports/keys";
import type { Query } from "../client";

type Row = Readonly<{ id: string; wrapped_key: Uint8Array; master_version: number }>;

const FIND = `
SELECT id, wrapped_key, master_version FROM data_keys
WHERE wrapped_key IS NOT NULL AND master_version <> $1 AND id > $2 ORDER BY id LIMIT $3`;

// Compare and set: what was destroyed or wrapped anew in the meantime is left as it is. The event is of the same statement.
const PUT = `
WITH put AS (
  UPDATE data_keys k SET wrapped_key = n.after, master_version = $1
  FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS n(id, before, after)
  WHERE k.id = n.id AND k.wrapped_key = n.before
  RETURNING k.id
), said AS (
  INSERT INTO audit_events (actor_role, action, entity_type, request_id)
  SELECT 'SYSTEM', 'keys.rotate', 'master_key', $5 WHERE EXISTS (SELECT FROM put)
)
SELECT count(*)::int AS n FROM put`;

const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Wraps data keys that another version wrapped by the newest, a batch at a time, each batch whole or not at all. The
 * data keys themselves stay, so whoever reads or seals meanwhile notices nothing, and an interrupted run is taken up by the next.
 * @param runId of the audit events @param onBatch hears how many this run has wrapped so far
 * @throws Error when a key can't be unwrapped: nothing of its batch is changed then
 */
export async function rewrapKeys(
  query: Query,
  keys: Keys,
  runId: string,
  onBatch: (wrapped: number) => void,
  batch = 500,
): Promise<number> {
  let wrapped = 0;
  let after = FIRST;
  for (;;) {
    const rows = await query<Row>("keys.find", FIND, [keys.currentVersion, after, batch]);
    const last = rows.at(-1);
    if (!last) return wrapped;
    const anew = rows.map((row) => keys.wrap(keys.unwrap(Buffer.from(row.wrapped_key), row.master_version)));
    const [put] = await query<{ n: number }>("keys.put", PUT, [
      keys.currentVersion,
      rows.map(({ id }) => id),
      rows.map((row) => row.wrapped_key),
      anew,
      runId,
    ]);
    wrapped += put?.n ?? 0;
    after = last.id;
    onBatch(wrapped);
  }
}
