import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";
import { analyze, asOwner } from "./as-owner";
import { benchCounts, seedBench } from "./bench";
import { hasAccounts, seedDemo } from "./demo";
import { readEnv } from "./env";

const USAGE = `Scenarios:
  demo   the demo clinic, into an empty database
  bench  [--doctors 2000] [--slots 100000] [--consultations 100000] [--sessions 256] [--out .data/bench/sessions.json]
         a big one for measurements; writes the live sessions of that many patients to a file`;

const say = (line: string) => process.stdout.write(`  ${line}\n`);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      doctors: { type: "string" },
      slots: { type: "string" },
      consultations: { type: "string" },
      sessions: { type: "string" },
      out: { type: "string", default: ".data/bench/sessions.json" },
    },
  });
  const [scenario] = positionals;
  if (scenario !== "demo" && scenario !== "bench") throw new Error(USAGE);
  const { databaseUrl, masterKeys } = readEnv();
  const means = { keys: environmentKeys(masterKeys), nowMs: systemClock.now().getTime(), log: say };

  if (scenario === "demo") {
    const isSeeded = await asOwner(databaseUrl, async (client) => {
      if (await hasAccounts(client)) return false;
      await seedDemo(client, means);
      return true;
    });
    if (!isSeeded) {
      say("this database has accounts already; nothing was changed (db:reset starts over)");
      return;
    }
  } else {
    const counts = benchCounts(values);
    const sessions = await asOwner(databaseUrl, (client) => seedBench(client, counts, means));
    const file = resolve(values.out);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(sessions, null, 1)}\n`, { mode: 0o600 });
    say(`${sessions.length} sessions are in ${file}`);
  }
  await analyze(databaseUrl);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
