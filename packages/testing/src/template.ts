import { withFileLock } from "@amrutam/db/embedded/directory-lock";
import { migrate } from "@amrutam/db/migrate";
import { MIGRATION_DIRECTORY } from "@amrutam/db/migration-directory";
import { fingerprint, readMigrations } from "@amrutam/db/migration-files";
import { ensureDatabase, ensureRoles } from "@amrutam/db/roles";
import { databaseUrl, roleUrl } from "./database-url";
import type { TestCluster } from "./env";
import { withSuperuser } from "./superuser";

const LOCK_MS = 120_000;

/**
 * Name of the migrated database that every test copies. It carries the fingerprint of the migrations, so an edited
 * migration gets a new one; it is made once, by whichever process comes first.
 */
export async function ensureTemplate(
  cluster: Omit<TestCluster, "template">,
  lockFile: string,
): Promise<string> {
  const name = `template_${fingerprint(await readMigrations(MIGRATION_DIRECTORY)).slice(0, 16)}`;
  await withFileLock(lockFile, LOCK_MS, () =>
    withSuperuser(cluster.superuserUrl, async (client) => {
      const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
      if (found.rowCount) return;
      await ensureRoles(cluster.superuserUrl, cluster.passwords);
      // Finished under another name first: a run that dies half way leaves no template that looks whole.
      const draft = `draft_${name}`;
      await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
      await ensureDatabase(cluster.superuserUrl, draft);
      await migrate({ url: roleUrl(cluster, "amrutam_migrator", draft), directory: MIGRATION_DIRECTORY });
      // Statistics travel with the copy; without them the planner guesses.
      await withSuperuser(databaseUrl(cluster.superuserUrl, draft), (inside) => inside.query("ANALYZE"));
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    }),
  );
  return name;
}
