import { randomUUID } from "node:crypto";
import pg from "pg";
import { type MigrationFile, readMigrations } from "./migration-files";
import { becomeOwner } from "./owner";
import { OWNER_ROLE } from "./role-names";

/** The key Prisma's own engine locks with, so that the two never migrate one database at once. */
const PRISMA_LOCK = 72_707_369;

/** As Prisma creates it, so that its tools find the table they expect. */
const CREATE_HISTORY = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

export type MigrateOptions = Readonly<{
  /** Connection of the migrator, a member of the owner role. */
  url: string;
  /** Folder with one folder per migration; a parameter, since a bundle does not know where it came from. */
  directory: string;
  log?: (line: string) => void;
}>;

/** The database and the files disagree, or a migration failed; the message is a sentence for the operator. */
export class MigrationRefused extends Error {}

/**
 * Applies the migrations that the database lacks and records them exactly as `prisma migrate deploy` would. Waits
 * while another process migrates the same database.
 * @returns names of the migrations applied now
 * @throws MigrationRefused when an applied file changed or vanished, or a migration failed, now or earlier
 */
export async function migrate({ url, directory, log }: MigrateOptions): Promise<string[]> {
  const files = await readMigrations(directory);
  const client = new pg.Client({ connectionString: url, application_name: "amrutam migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await becomeOwner(client);
    await client.query(CREATE_HISTORY);
    const pending = await findPending(client, files);
    for (const file of pending) {
      log?.(`migrating ${file.name}`);
      await apply(client, file);
    }
    return pending.map((file) => file.name);
  } finally {
    await client.end();
  }
}

type HistoryRow = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null };

async function findPending(client: pg.Client, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at, logs FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  const onDisk = new Map(files.map((file) => [file.name, file]));
  for (const row of rows) {
    if (!row.finished_at)
      throw new MigrationRefused(
        `Migration ${row.migration_name} failed earlier: ${row.logs?.split("\n")[0] ?? "it was interrupted"}. ` +
          "Repair the database, then run `prisma migrate resolve`.",
      );
    const file = onDisk.get(row.migration_name);
    if (!file)
      throw new MigrationRefused(
        `Migration ${row.migration_name} is applied to this database but unknown here; this code is older than its database.`,
      );
    if (file.checksum !== row.checksum)
      throw new MigrationRefused(
        `Migration ${row.migration_name} was edited after it was applied. Restore the file; changes go into a new migration.`,
      );
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return files.filter((file) => !applied.has(file.name));
}

/** Statements and record in one transaction: a migration that fails or is killed leaves nothing behind. */
async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  const id = randomUUID();
  try {
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at)
       VALUES ($1, $2, $3, clock_timestamp())`,
      [id, file.checksum, file.name],
    );
    // The simple protocol: the server splits the statements itself, so $$ bodies survive.
    await client.query(file.sql);
    // A migration may have changed either for its own session.
    await client.query(`RESET search_path; SET ROLE ${OWNER_ROLE}`);
    await client.query(
      `UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1`,
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    throw new MigrationRefused(`Migration ${file.name} failed: ${describe(error, file.sql)}`, {
      cause: error,
    });
  }
}

function describe(error: unknown, sql: string): string {
  const { code, message, position } = error as { code?: string; message: string; position?: string };
  const line = position ? ` at line ${sql.slice(0, Number(position)).split("\n").length}` : "";
  return `${message}${line}${code ? ` (${code})` : ""}`;
}
