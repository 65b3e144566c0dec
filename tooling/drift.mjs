// The migrations, replayed from nothing, must give exactly the schema that the client is generated from; and after
// our own runner has applied them, Prisma's `migrate status` must find nothing to do.
import { fileURLToPath } from "node:url";
import { runPrisma } from "./prisma.mjs";
import { MIGRATIONS } from "./run/paths.mjs";
import { complain, Refusal, say } from "./run/say.mjs";
import { importTypeScript } from "./run/typescript.mjs";

/** @throws Refusal with the SQL that would bring the two together, or with what `migrate status` finds */
export async function checkDrift() {
  const { joinTestCluster, leaveTestCluster } = await importTypeScript("packages/testing/src/cluster.ts");
  const { databaseUrl } = await importTypeScript("packages/testing/src/database-url.ts");
  const { withSuperuser } = await importTypeScript("packages/testing/src/superuser.ts");
  const { ensureDatabase } = await importTypeScript("packages/db/src/roles.ts");
  const { migrate } = await importTypeScript("packages/db/src/migrate.ts");
  const { superuserUrl } = await joinTestCluster();
  const names = ["shadow", "migrated"].map((kind) => `test_drift_${kind}_${process.pid}`);
  const [shadow, migrated] = names.map((name) => databaseUrl(superuserUrl, name));
  try {
    for (const name of names) await ensureDatabase(superuserUrl, name);
    await migrate({ url: migrated, directory: MIGRATIONS });
    const asOwner = (url) => `${url}?options=-c%20role%3Damrutam_owner`;
    const env = { MIGRATION_DATABASE_URL: asOwner(migrated), SHADOW_DATABASE_URL: asOwner(shadow) };
    await expectNothing(
      "The migrations do not give the schema; this is missing:",
      [
        "migrate",
        "diff",
        "--from-migrations",
        "prisma/migrations",
        "--to-schema",
        "prisma/schema",
        "--script",
        "--exit-code",
      ],
      env,
    );
    await expectNothing("prisma migrate status does not agree with our runner:", ["migrate", "status"], env);
    await expectNothing(
      "A migrated database does not fit the schema; this is missing:",
      [
        "migrate",
        "diff",
        "--from-config-datasource",
        "--to-schema",
        "prisma/schema",
        "--script",
        "--exit-code",
      ],
      env,
    );
  } finally {
    await withSuperuser(superuserUrl, async (client) => {
      for (const name of names) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
    await leaveTestCluster();
  }
}

async function expectNothing(sentence, args, env) {
  const { code, output } = await runPrisma(args, { env, stdio: "pipe" });
  if (code !== 0) throw new Refusal(`${sentence}\n${output}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await checkDrift();
    say("migrations and schema agree");
    process.exit(0);
  } catch (error) {
    complain(error);
    process.exit(1);
  }
}
