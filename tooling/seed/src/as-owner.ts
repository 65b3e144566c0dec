import { becomeOwner } from "@amrutam/db/owner";
import pg from "pg";

/**
 * Runs a scenario in one transaction as the tables' owner: only it may load visits that are over, and whoever looks
 * meanwhile sees either nothing or everything.
 * @param databaseUrl of a login that may become the owner
 */
export async function asOwner<T>(databaseUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "amrutam seed" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await becomeOwner(client);
    await client.query("BEGIN");
    const result = await run(client);
    await client.query("COMMIT");
    return result;
  } finally {
    await client.end();
  }
}

/** The planner learns what was loaded; its own visit would come minutes later. */
export async function analyze(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "amrutam seed" });
  await client.connect();
  try {
    await becomeOwner(client);
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}
