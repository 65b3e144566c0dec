import { spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findFreePort } from "@amrutam/db/embedded/free-port";
import { peakMemoryMib, startClinic } from "./clinic";
import { readOptions } from "./env";
import { drive, type Figures } from "./load";
import { gather } from "./material";
import { measureHours } from "./measure-hours";
import { recordStatements } from "./record";
import { type Line, table } from "./report";
import { type Scenario, scenariosOf } from "./scenarios";
import type { BareScenario } from "./statements";

const CONNECTIONS = [32, 64];
/** The load generator prepares a request ahead on each connection: those may never be sent. */
const PREPARED_AHEAD = 64;
/**
 * Before a read is measured, both sides are driven with it in turn: their code is compiled, every connection has prepared
 * the statement and chosen its plan, and the pages of tables that were just filled are marked as seen.
 */
const WARM_UP = { turns: 3, durationSec: 3, connections: CONNECTIONS[0] ?? 32 };
const options = readOptions();
const say = (text: string) => process.stdout.write(`${text}\n`);

/** The handler of comparison, on the same database with the same number of connections. */
async function startBare(databaseUrl: string, scenarios: Record<string, BareScenario>) {
  const port = await findFreePort(undefined);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", fileURLToPath(new URL("./bare-server.ts", import.meta.url))],
    {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        POOL_MAX: String(options.DATABASE_POOL_MAX),
        SCENARIOS: JSON.stringify(scenarios),
      },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(url).catch(() => null)) return { url, pid: child.pid ?? 0, stop: () => child.kill() };
    await delay(100);
  }
  throw new Error("the bare handler didn't come up");
}

/** Reads are driven for a time after a short warm-up; each booking is sent once, from `offset` on. */
function measure(
  url: string,
  scenario: Scenario,
  side: "ours" | "bare",
  connections: number,
  offset: number,
): Promise<Figures> {
  const request = (n: number) => scenario[side](offset + n);
  return scenario.kind === "write"
    ? drive({ url, connections, amount: options.BENCH_BOOKINGS, request })
    : drive({ url, connections, durationSec: options.BENCH_SECONDS, request });
}

async function main() {
  const rounds = CONNECTIONS.length * 2;
  const bookings = (options.BENCH_BOOKINGS + PREPARED_AHEAD) * rounds + 1;
  const sessionsFile = join(await mkdtemp(join(tmpdir(), "amrutam-bench-")), "sessions.json");
  const seed = [
    "bench",
    ...["--doctors", options.BENCH_DOCTORS],
    ...["--slots", options.BENCH_SLOTS],
    ...["--consultations", options.BENCH_CONSULTATIONS],
    ...["--sessions", bookings],
    ...["--out", sessionsFile],
  ].map(String);
  const clinic = await startClinic(seed, {
    RATE_LIMIT_SCALE: "1000000",
    LOG_LEVEL: "warn",
    DATABASE_POOL_MAX: String(options.DATABASE_POOL_MAX),
  });
  try {
    const material = await gather(clinic.superuserUrl, sessionsFile, bookings);
    if (Math.min(material.slotIds.length, material.patients.length) < bookings) {
      throw new Error(
        `the seed has ${material.slotIds.length} slots and ${material.patients.length} patients for ${bookings} bookings`,
      );
    }
    const scenarios = await recordStatements(clinic.superuserUrl, material);
    const bare = await startBare(clinic.superuserUrl, scenarios);
    const ours = `http://127.0.0.1:${clinic.ports.web}`;
    const lines: Line[] = [];
    // Request 0 was spent on recording.
    let offset = 1;
    const next = () => {
      const taken = offset;
      offset += options.BENCH_BOOKINGS + PREPARED_AHEAD;
      return taken;
    };
    for (const scenario of scenariosOf(material)) {
      if (scenario.kind === "read") {
        for (let turn = 0; turn < WARM_UP.turns; turn += 1)
          for (const side of ["ours", "bare"] as const)
            await drive({ url: side === "ours" ? ours : bare.url, ...WARM_UP, request: scenario[side] });
      }
      for (const connections of CONNECTIONS) {
        const from = scenario.kind === "write" ? [next(), next()] : [0, 0];
        const line = {
          name: scenario.name,
          connections,
          ours: await measure(ours, scenario, "ours", connections, from[0] ?? 0),
          bare: await measure(bare.url, scenario, "bare", connections, from[1] ?? 0),
        };
        lines.push(line);
        say(
          `${line.name}, ${connections} connections: ${(line.ours.requestsPerSec / line.bare.requestsPerSec).toFixed(2)} of the bare handler`,
        );
      }
    }
    say(`\n${table(lines)}\n`);
    say(
      `Peak memory: web ${await peakMemoryMib(clinic.pids[0])} MiB, bare handler ${await peakMemoryMib(bare.pid)} MiB`,
    );
    bare.stop();
    for (const { name, ours: mine, bare: theirs } of lines) {
      if (mine.failed + theirs.failed > 0)
        say(`${name}: ours ${JSON.stringify(mine.statuses)}, bare ${JSON.stringify(theirs.statuses)}`);
    }
    say("\nHours and slots");
    const hours = await measureHours(clinic.superuserUrl, say);
    say(JSON.stringify({ hours }));
    if (!hours.withinLimits)
      throw new Error("an edit of hours takes 100 ms, or the nightly roll 60 s, or more");
    if (lines.some(({ ours: { failed }, bare: { failed: bareFailed } }) => failed + bareFailed > 0)) {
      throw new Error("some requests failed: the figures above compare nothing");
    }
  } finally {
    await clinic.stop();
  }
}

if (process.argv[2] === "scale") await (await import("./scale")).compareScales();
else await main();
