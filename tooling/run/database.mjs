import { KEYS, MIGRATIONS, POSTGRES } from "./paths.mjs";
import { Refusal, say } from "./say.mjs";
import { importTypeScript } from "./typescript.mjs";

const NAME = "amrutam";
/** Makes whatever a login creates belong to the owner role. */
const AS_OWNER = "options=-c%20role%3Damrutam_owner";

/**
 * The database of this checkout: DATABASE_URL's where one is set, else the embedded server, started if need be.
 * `urls` are the programs' environment, `prismaEnv` that of Prisma's command line.
 */
export async function startDatabase() {
  return process.env.DATABASE_URL ? externalDatabase() : embeddedDatabase();
}

function externalDatabase() {
  const app = process.env.DATABASE_URL;
  const migration = process.env.MIGRATION_DATABASE_URL || app;
  return {
    isEmbedded: false,
    urls: {
      DATABASE_URL: app,
      DATABASE_DIRECT_URL: process.env.DATABASE_DIRECT_URL || app,
      WORKER_DATABASE_URL: process.env.WORKER_DATABASE_URL || process.env.DATABASE_DIRECT_URL || app,
    },
    migration,
    prismaEnv: { MIGRATION_DATABASE_URL: migration },
    seedEnv: { MIGRATION_DATABASE_URL: migration },
    stop: async () => undefined,
  };
}

async function embeddedDatabase() {
  const { startEmbeddedPostgres } = await importTypeScript("packages/db/src/embedded/start.ts");
  const { ensureDatabase, ensureRoles } = await importTypeScript("packages/db/src/roles.ts");
  const { loadOrCreateRolePasswords } = await importTypeScript("packages/db/src/role-passwords.ts");
  const server = await startEmbeddedPostgres({ dataDir: POSTGRES, log: say }).catch((error) => {
    throw new Refusal(error.message, { cause: error });
  });
  const passwords = await loadOrCreateRolePasswords(KEYS);
  await ensureRoles(server.superuserUrl(), passwords);
  await ensureDatabase(server.superuserUrl(), NAME);
  const urlOf = (role) => `postgresql://${role}:${passwords[role]}@127.0.0.1:${server.port}/${NAME}`;
  return {
    isEmbedded: true,
    urls: {
      DATABASE_URL: urlOf("amrutam_app"),
      DATABASE_DIRECT_URL: urlOf("amrutam_app"),
      WORKER_DATABASE_URL: urlOf("amrutam_worker"),
    },
    migration: urlOf("amrutam_migrator"),
    superuserUrl: server.superuserUrl,
    prismaEnv: { MIGRATION_DATABASE_URL: `${server.superuserUrl(NAME)}?${AS_OWNER}` },
    // A scenario writes history that no program may write, so it becomes the owner.
    seedEnv: { MIGRATION_DATABASE_URL: urlOf("amrutam_migrator") },
    stop: server.stop,
  };
}

/** Brings the schema up to date. @throws Refusal when files and database disagree */
export async function migrateDatabase(database) {
  const { migrate } = await importTypeScript("packages/db/src/migrate.ts");
  await migrate({ url: database.migration, directory: MIGRATIONS, log: say }).catch((error) => {
    throw error.code === "ECONNREFUSED" || error.code === "ENOTFOUND"
      ? new Refusal(`The database cannot be reached: ${error.message}`, { cause: error })
      : new Refusal(error.message, { cause: error });
  });
}
