import pg from "pg";

/** Key of the advisory lock that every user of a shared server holds, in its database `postgres`. */
const PRESENT = 7_203_771;

/**
 * Says "I am using this server" for as long as this process lives: a shared advisory lock on a connection of its
 * own, which the server drops by itself when the process dies.
 */
export async function announcePresence(superuserUrl: string): Promise<{ end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: "amrutam presence" });
  // The server may be shut down by force under us; that is for the pools to report, not for this watcher.
  client.on("error", () => undefined);
  await client.connect();
  await client.query("SELECT pg_advisory_lock_shared($1)", [PRESENT]);
  return { end: () => client.end().catch(() => undefined) };
}

/** Whether any process still says so. A server that no longer answers counts as deserted. */
export async function isAnyonePresent(superuserUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ alone: boolean }>("SELECT pg_try_advisory_lock($1) AS alone", [
      PRESENT,
    ]);
    return rows[0]?.alone === false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
