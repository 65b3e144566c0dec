import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { runPrisma } from "../prisma.mjs";
import { migrateDatabase, startDatabase } from "./database.mjs";
import { seed } from "./demo.mjs";
import { programEnv } from "./environment.mjs";
import { FILES, MAILBOX, POSTGRES } from "./paths.mjs";
import { readPorts } from "./preflight.mjs";
import { prepare } from "./prepare.mjs";
import { clearLeftovers } from "./running.mjs";
import { Refusal, say } from "./say.mjs";
import { addMasterKey, forgetMasterKey, loadSecrets } from "./secrets.mjs";
import { importTypeScript } from "./typescript.mjs";

/** Runs `work` with the database up; the embedded server ends with it unless another program uses it. */
export async function withDatabase(work) {
  await prepare();
  const database = await startDatabase();
  try {
    const secrets = await loadSecrets(database);
    return await work(database, programEnv({ database, ports: readPorts(), secrets, mode: "production" }));
  } finally {
    await database.stop();
  }
}

export const migrateCommand = () =>
  withDatabase(async (database) => {
    await migrateDatabase(database);
    say("the schema is up to date");
  });

/** `npm run db:seed [-- scenario and its options]`; the demo clinic without any. */
export const seedCommand = (args) =>
  withDatabase(async (database, env) => {
    await migrateDatabase(database);
    await seed(args.length > 0 ? args : ["demo"], { ...env, ...database.seedEnv });
  });

/** Removes the embedded database with everything in it and makes a fresh one with the demo clinic. */
export async function resetCommand() {
  if (process.env.DATABASE_URL)
    throw new Refusal("db:reset removes the embedded database only; unset DATABASE_URL first.");
  await clearLeftovers();
  await prepare();
  if (existsSync(POSTGRES)) {
    const { removeCluster } = await importTypeScript("packages/db/src/embedded/remove.ts");
    await removeCluster(POSTGRES);
    for (const kept of [MAILBOX, FILES]) await rm(kept, { recursive: true, force: true });
    say("the embedded database is gone");
  }
  await seedCommand([]);
}

export const studioCommand = (args) =>
  withDatabase(async (database) => (await runPrisma(["studio", ...args], { env: database.prismaEnv })).code);

/** `npm run keys:add`: a new version among this checkout's own master keys; used from the next start on. */
export async function addKeyCommand() {
  await prepare();
  const version = await addMasterKey();
  say(`master key version ${version} is added; restart the platform, then npm run keys:rotate`);
}

/** `npm run keys:status`, `keys:rotate`, `keys:retire -- 1`: the master keys that wrap every data key. */
export const keysCommand = (act) => (args) =>
  withDatabase(async (database, env) => {
    await migrateDatabase(database);
    const { run } = await import("./command.mjs");
    const script = ["--import", "tsx", "apps/worker/src/master-keys.ts", act, ...args];
    const { code } = await run(process.execPath, script, { env });
    if (code === 0 && act === "retire" && database.isEmbedded && !process.env.PHI_MASTER_KEYS)
      await forgetMasterKey(Number(args[0]));
    return code;
  });

/** `npm run admin:create -- someone@example.org`: prints a one-time enrolment link. */
export const createAdminCommand = (args) =>
  withDatabase(async (database, env) => {
    await migrateDatabase(database);
    const { run } = await import("./command.mjs");
    const script = ["--import", "tsx", "apps/worker/src/create-admin.ts", ...args];
    return (await run(process.execPath, script, { env })).code;
  });
