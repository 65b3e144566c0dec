import { boundaries, browserTests, lint, typecheck, unitTests } from "./checks.mjs";
import * as database from "./database-commands.mjs";
import { DEMO_TOTP_SECRET } from "./demo.mjs";
import { readEnvFile } from "./env-file.mjs";
import { prepare } from "./prepare.mjs";
import { complain, print, say } from "./say.mjs";
import { start } from "./start.mjs";
import { totp } from "./totp.mjs";

const prepared = (work) => async (args) => {
  await prepare();
  return work(args);
};

const COMMANDS = {
  start: () => start("production"),
  dev: () => start("development"),
  serve: async (args) => (await import("./serve.mjs")).serve(args),
  setup: prepared(() => say("set up")),
  test: async () => (await import("./test.mjs")).test(),
  lint: prepared(lint),
  typecheck: prepared(typecheck),
  boundaries: prepared(boundaries),
  "test:unit": prepared(unitTests),
  "test:e2e": prepared(async (args) => {
    await (await import("./build.mjs")).build();
    return browserTests(args);
  }),
  bench: prepared(async (args) => {
    await (await import("./build.mjs")).build();
    const { must } = await import("./command.mjs");
    await must("The benchmark", process.execPath, ["--import", "tsx", "bench/src/main.ts", ...args]);
  }),
  "bench:timing": prepared(async (args) => {
    await (await import("./build.mjs")).build();
    const { must } = await import("./command.mjs");
    await must("The comparison", process.execPath, ["--import", "tsx", "bench/src/timing.ts", ...args]);
  }),
  "db:migrate": database.migrateCommand,
  "db:seed": database.seedCommand,
  "db:reset": database.resetCommand,
  "db:studio": database.studioCommand,
  "admin:create": database.createAdminCommand,
  "keys:add": database.addKeyCommand,
  "keys:status": database.keysCommand("status"),
  "keys:rotate": database.keysCommand("rotate"),
  "keys:retire": database.keysCommand("retire"),
  totp: ([secret = DEMO_TOTP_SECRET]) => {
    const { code, validForSec } = totp(secret, Date.now());
    print(`${code}  (for ${validForSec} more seconds)`);
  },
};

/** Tests and benchmarks run the same whatever somebody set for their own platform. */
const OF_THE_PLATFORM = /^(start|dev|db:.*|admin:create|keys:.*)$/;

/**
 * Runs one command of the root package.json. What is imported here uses Node's own modules only, until the
 * dependencies are installed.
 * @param {string[]} args its name, then its own arguments
 * @returns {Promise<number>} exit status
 */
export async function runCommand([name = "", ...args]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    print(`Commands: ${Object.keys(COMMANDS).join(", ")}`);
    return 2;
  }
  try {
    if (OF_THE_PLATFORM.test(name)) readEnvFile();
    const status = await command(args);
    return typeof status === "number" ? status : 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}
