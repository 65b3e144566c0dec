import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./paths.mjs";

/** Runs one statement on a connection of its own and returns its rows. */
export async function query(url, sql, values = []) {
  const pg = createRequire(join(ROOT, "packages", "db", "package.json"))("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Whether nobody has an account yet: the database was only just made. */
export async function isWithoutAccounts(url) {
  const [row] = await query(url, "SELECT NOT EXISTS (SELECT FROM users) AS empty");
  return row.empty;
}
