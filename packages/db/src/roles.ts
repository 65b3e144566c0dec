import pg from "pg";
import { grantDatabase } from "./owner";
import { LOGIN_ROLES, OWNER_ROLE, type RolePasswords } from "./role-names";

/** One lock per cluster: advisory locks are per database, so it is always taken in `postgres`. */
const ROLES_LOCK = 7_203_772;
const LIMITS = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

/**
 * Creates the platform's roles, or brings existing ones to the wanted state and passwords. Safe to repeat and to run
 * from several processes at once.
 * @param superuserUrl of the database `postgres`
 */
export async function ensureRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [ROLES_LOCK]);
    const { rows } = await client.query<{ rolname: string }>("SELECT rolname FROM pg_roles");
    const existing = new Set(rows.map((row) => row.rolname));
    const set = (name: string, attributes: string) =>
      client.query(`${existing.has(name) ? "ALTER" : "CREATE"} ROLE ${name} WITH ${attributes} ${LIMITS}`);

    await set(OWNER_ROLE, "NOLOGIN");
    for (const role of LOGIN_ROLES)
      await set(role, `LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}`);
    // Not inherited: the migrator has the owner's rights only after SET ROLE, in plain sight of the log.
    await client.query(`GRANT ${OWNER_ROLE} TO amrutam_migrator WITH INHERIT FALSE, SET TRUE`);
    await client.query("COMMIT");
  });
}

/**
 * Creates a database owned by the owner role, closed to everybody but the platform's roles. Safe to repeat.
 * @param template database to copy; it must have no connections
 */
export async function ensureDatabase(superuserUrl: string, name: string, template?: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const database = client.escapeIdentifier(name);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) {
      const source = client.escapeIdentifier(template ?? "template0");
      await client
        .query(`CREATE DATABASE ${database} OWNER ${OWNER_ROLE} TEMPLATE ${source}`)
        .catch((error) => {
          // 42P04, 23505: another process made it in between.
          if (!["42P04", "23505"].includes(error.code)) throw error;
        });
    }
    await grantDatabase(client, name);
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
