import { withSuperuser } from "./superuser";

/** Databases of killed runs and of migrations long edited: ours by name, unused, and too old to be about to be used. */
const ABANDONED = `
SELECT datname
FROM pg_database d,
  LATERAL (SELECT now() - (pg_stat_file('base/' || d.oid || '/PG_VERSION', true)).modification) AS made (ago)
WHERE (datname LIKE 'test\\_%' AND ago > interval '3 hours'
    OR (datname LIKE 'template\\_%' OR datname LIKE 'draft\\_%') AND ago > interval '2 days')
  AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datid = d.oid)`;

/** Drops what earlier runs of the tests left behind. Another process sweeping at the same time is no problem. */
export async function sweepLeftovers(superuserUrl: string): Promise<void> {
  await withSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(ABANDONED);
    for (const { datname } of rows)
      await client
        .query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(datname)}`)
        .catch(() => undefined);
  });
}
