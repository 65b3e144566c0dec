import { build, PROGRAMS } from "./build.mjs";
import { migrateDatabase, startDatabase } from "./database.mjs";
import { printAccounts, seedDemo } from "./demo.mjs";
import { programEnv } from "./environment.mjs";
import { interruption } from "./interrupt.mjs";
import { checkPortsFree, readPorts } from "./preflight.mjs";
import { prepare } from "./prepare.mjs";
import { processGroup } from "./processes.mjs";
import { isWithoutAccounts } from "./query.mjs";
import { clearLeftovers, forgetRunning, noteRunning } from "./running.mjs";
import { print, Refusal, say } from "./say.mjs";
import { loadSecrets } from "./secrets.mjs";

/** The programs' arguments to Node, by how they are served. */
const ARGUMENTS = {
  production: Object.fromEntries(Object.entries(PROGRAMS).map(([name, file]) => [name, [file]])),
  development: {
    web: ["--import", "tsx", "apps/web/src/server/server.ts"],
    admin: ["--import", "tsx", "apps/admin/src/server/server.ts"],
    worker: ["--import", "tsx", "--watch", "apps/worker/src/main.ts"],
  },
};

/**
 * From whatever state the checkout is in to three programs that answer; returns after they and the database ended.
 * @param {"production" | "development"} mode
 * @returns {Promise<number>} exit status
 */
export async function start(mode) {
  const ports = readPorts();
  await clearLeftovers();
  await checkPortsFree(ports);
  await prepare();

  const asked = interruption();
  const group = processGroup({ isLoud: mode === "development" });
  let database;
  const bringUp = async () => {
    say(process.env.DATABASE_URL ? "using the database of DATABASE_URL" : "starting the embedded PostgreSQL");
    database = await startDatabase();
    const secrets = await loadSecrets(database);
    await migrateDatabase(database);
    const env = programEnv({ database, ports, secrets, mode });
    if (database.isEmbedded && (await isWithoutAccounts(database.migration))) await seedDemo(env);
    if (mode === "production") await build();
    say("starting web, admin and worker");
    for (const name of Object.keys(ports)) await group.start(name, ARGUMENTS[mode][name], env);
    await noteRunning(group.pids());
    await Promise.all(Object.entries(ports).map(([name, port]) => group.ready(name, port)));
    announce(env, database);
  };

  try {
    const outcome = await Promise.race([
      bringUp().then(() => new Promise(() => undefined)),
      group.death,
      asked.then(() => undefined),
    ]);
    if (outcome) throw new Refusal(outcome);
    return 0;
  } finally {
    say("stopping");
    await group.stop();
    await database?.stop({ force: true });
    await forgetRunning();
  }
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
