// `node tooling/run.mjs <command>`: everything the root package.json offers. Begins on a fresh clone, so what is
// imported here uses Node's own modules only, until the dependencies are installed.
import { boundaries, browserTests, lint, typecheck, unitTests } from "./run/checks.mjs";
import * as database from "./run/database-commands.mjs";
import { DEMO_TOTP_SECRET } from "./run/demo.mjs";
import { readEnvFile } from "./run/env-file.mjs";
import { prepare } from "./run/prepare.mjs";
import { complain, print, say } from "./run/say.mjs";
import { start } from "./run/start.mjs";
import { totp } from "./run/totp.mjs";

const prepared = (work) => async (args) => {
  await prepare();
  return work(args);
};

const COMMANDS = {
  start: () => start("production"),
  dev: () => start("development"),
  serve: async (args) => (await import("./run/serve.mjs")).serve(args),
  setup: prepared(() => say("set up")),
  test: async () => (await import("./run/test.mjs")).test(),
  lint: prepared(lint),
  typecheck: prepared(typecheck),
  boundaries: prepared(boundaries),
  "test:unit": prepared(unitTests),
  "test:e2e": prepared(async (args) => {
    await (await import("./run/build.mjs")).build();
    return browserTests(args);
  }),
  bench: prepared(async (args) => {
    await (await import("./run/build.mjs")).build();
    const { must } = await import("./run/command.mjs");
    await must("The benchmark", process.execPath, ["--import", "tsx", "bench/src/main.ts", ...args]);
  }),
  "db:migrate": database.migrateCommand,
  "db:seed": database.seedCommand,
  "db:reset": database.resetCommand,
  "db:studio": database.studioCommand,
  "admin:create": database.createAdminCommand,
  totp: ([secret = DEMO_TOTP_SECRET]) => {
    const { code, validForSec } = totp(secret, Date.now());
    print(`${code}  (for ${validForSec} more seconds)`);
  },
};

/** Tests and benchmarks run the same whatever somebody set for their own platform. */
const OF_THE_PLATFORM = /^(start|dev|db:.*|admin:create)$/;

const [name = "", ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!command) {
  print(`Commands: ${Object.keys(COMMANDS).join(", ")}`);
  process.exit(2);
}
try {
  if (OF_THE_PLATFORM.test(name)) readEnvFile();
  const status = await command(args);
  process.exit(typeof status === "number" ? status : 0);
} catch (error) {
  complain(error);
  process.exit(1);
}
