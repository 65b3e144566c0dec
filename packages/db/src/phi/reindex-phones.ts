import type { Keys } from "@amrutam/ports/keys";
import type { Query } from "../client";
import { openKey } from "./vault";

type Row = Readonly<{
  id: string;
  phone_sealed: Uint8Array;
  wrapped_key: Uint8Array;
  master_version: number;
}>;

const FIND = `
SELECT u.id, u.phone_sealed, k.wrapped_key, k.master_version
FROM users u JOIN data_keys k ON k.user_id = u.id AND k.retention_class = 'ACCOUNT' AND k.wrapped_key IS NOT NULL
WHERE u.phone_sealed IS NOT NULL AND u.phone_index_version <> $1 AND u.id > $2 ORDER BY u.id LIMIT $3`;

// Compare and set: a number that its owner has changed meanwhile was indexed by that change.
const PUT = `
WITH put AS (
  UPDATE users u SET phone_index = n.index, phone_index_version = $1
  FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) AS n(id, sealed, index)
  WHERE u.id = n.id AND u.phone_sealed = n.sealed
  RETURNING u.id
), said AS (
  INSERT INTO audit_events (actor_role, action, entity_type, request_id)
  SELECT 'SYSTEM', 'keys.rotate', 'master_key', $5 WHERE EXISTS (SELECT FROM put)
)
SELECT count(*)::int AS n FROM put`;

const FIRST = "00000000-0000-0000-0000-000000000000";

/** Indexes phone numbers anew under the newest version's index key, in batches as `rewrapKeys` does. @returns how many */
export async function reindexPhones(
  query: Query,
  keys: Keys,
  runId: string,
  onBatch: (indexed: number) => void,
  batch = 500,
): Promise<number> {
  let indexed = 0;
  let after = FIRST;
  for (;;) {
    const rows = await query<Row>("phones.find", FIND, [keys.currentVersion, after, batch]);
    const last = rows.at(-1);
    if (!last) return indexed;
    const anew = rows.map((row) => {
      const cipher = openKey(keys, { wrappedKey: row.wrapped_key, masterVersion: row.master_version });
      return keys.blindIndex(cipher.unseal("users.phone_sealed", row.id, row.phone_sealed));
    });
    const [put] = await query<{ n: number }>("phones.put", PUT, [
      keys.currentVersion,
      rows.map(({ id }) => id),
      rows.map((row) => row.phone_sealed),
      anew,
      runId,
    ]);
    indexed += put?.n ?? 0;
    after = last.id;
    onBatch(indexed);
  }
}
