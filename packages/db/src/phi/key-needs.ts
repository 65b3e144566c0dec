import type { Query } from "../client";

/** What still needs a master key version. */
export type KeyNeeds = Readonly<{
  version: number;
  /** Data keys it wraps. */
  dataKeys: number;
  /** Phone numbers found through an index key of it, or, for the oldest, of an unknown version. */
  phones: number;
  isRetired: boolean;
}>;

const COUNT = `
WITH used AS (
  SELECT master_version AS version, count(*)::int AS data_keys FROM data_keys WHERE wrapped_key IS NOT NULL GROUP BY 1
), indexed AS (
  SELECT phone_index_version AS version, count(*)::int AS phones FROM users WHERE phone_index IS NOT NULL GROUP BY 1
), known AS (
  SELECT version, retired_at IS NOT NULL AS is_retired FROM master_key_checks
  UNION SELECT version, false FROM used WHERE version NOT IN (SELECT version FROM master_key_checks)
)
SELECT k.version, k.is_retired, coalesce(u.data_keys, 0) AS data_keys, coalesce(i.phones, 0) AS phones,
  coalesce((SELECT phones FROM indexed WHERE version = 0), 0) AS phones_of_old
FROM known k LEFT JOIN used u USING (version) LEFT JOIN indexed i USING (version) ORDER BY k.version`;

type Row = Readonly<{
  version: number;
  is_retired: boolean;
  data_keys: number;
  phones: number;
  phones_of_old: number;
}>;

/** Every version that was ever used here, oldest first. */
export async function keyNeeds(query: Query): Promise<KeyNeeds[]> {
  const rows = await query<Row>("keys.needs", COUNT, []);
  const oldest = rows.find((row) => !row.is_retired)?.version;
  return rows.map((row) => ({
    version: row.version,
    dataKeys: row.data_keys,
    phones: row.phones + (row.version === oldest ? row.phones_of_old : 0),
    isRetired: row.is_retired,
  }));
}
