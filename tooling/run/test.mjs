import { checkDrift } from "../drift.mjs";
import { checkSettings } from "../env-example.mjs";
import { checkDiagram } from "../er-diagram.mjs";
import { build } from "./build.mjs";
import { boundaries, browserTests, lint, typecheck, unitTests } from "./checks.mjs";
import { prepare } from "./prepare.mjs";
import { print, say } from "./say.mjs";

/** Everything that must hold before a change goes in, cheapest first. */
const STEPS = [
  ["set-up", prepare],
  ["lint", lint],
  ["types", typecheck],
  ["boundaries", boundaries],
  ["migrations and schema agree", checkDrift],
  ["diagram is current", checkDiagram],
  ["settings are described", checkSettings],
  ["unit and database tests", unitTests],
  ["build", build],
  ["browser tests", browserTests],
];

/** Runs all steps, ends at the first that fails, and says how long each took. */
export async function test() {
  // Tests always use their own embedded server, whatever the environment says.
  for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL", "WORKER_DATABASE_URL", "MIGRATION_DATABASE_URL"])
    delete process.env[name];
  const times = [];
  try {
    for (const [name, step] of STEPS) {
      say(name);
      const begun = performance.now();
      await step().finally(() => times.push([name, (performance.now() - begun) / 1000]));
    }
  } finally {
    print();
    for (const [name, seconds] of times) print(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
  }
  print("\nall passed");
}
