import { build } from "./build.mjs";
import { migrateDatabase, startDatabase } from "./database.mjs";
import { printAccounts, seedDemo } from "./demo.mjs";
import { programEnv } from "./environment.mjs";
import { awaitPrograms, launchPrograms } from "./launch.mjs";
import { checkPortsFree, readPorts } from "./preflight.mjs";
import { prepare } from "./prepare.mjs";
import { isWithoutAccounts } from "./query.mjs";
import { clearLeftovers, forgetRunning, noteRunning } from "./running.mjs";
import { print, say } from "./say.mjs";
import { loadSecrets } from "./secrets.mjs";
import { supervise } from "./supervise.mjs";

/**
 * From whatever state the checkout is in to three programs that answer; returns after they and the database ended.
 * @param {"production" | "development"} mode
 * @returns {Promise<number>} exit status
 */
export async function start(mode) {
  const ports = readPorts();
  await clearLeftovers();
  await checkPortsFree(ports);
  // From here on, not from when the programs run: installing and building twice at once would mix up the files.
  await noteRunning([]);
  await prepare();

  let database;
  const bringUp = async (group) => {
    say(process.env.DATABASE_URL ? "using the database of DATABASE_URL" : "starting the embedded PostgreSQL");
    database = await startDatabase();
    const secrets = await loadSecrets(database);
    await migrateDatabase(database);
    const env = programEnv({ database, ports, secrets, mode });
    if (database.isEmbedded && (await isWithoutAccounts(database.urls.DATABASE_URL)))
      await seedDemo({ ...env, ...database.seedEnv });
    if (mode === "production") await build();
    say("starting web, admin and worker");
    await launchPrograms(group, env, mode);
    await noteRunning(group.pids());
    await awaitPrograms(group, ports);
    announce(env, database);
  };
  return supervise({ isLoud: mode === "development" }, bringUp, async () => {
    await database?.stop({ force: true });
    await forgetRunning();
  });
}

function announce(env, database) {
  print();
  print(`ready web=${env.WEB_ORIGIN} admin=${env.ADMIN_ORIGIN}`);
  print();
  if (database.isEmbedded)
    printAccounts({
      web: env.WEB_ORIGIN,
      admin: env.ADMIN_ORIGIN,
      mailbox: env.SMTP_URL ? undefined : `${env.WEB_ORIGIN}/dev/mailbox`,
    });
  print("Ctrl-C stops everything.");
}
