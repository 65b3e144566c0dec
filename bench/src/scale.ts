import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Clinic, startClinic } from "./clinic";
import { readScaleOptions } from "./env";
import { explain, type Plan } from "./explain";
import { drive } from "./load";
import { openRecorder } from "./record";
import { type ScaledRead, scaledReads } from "./searches";

/** How much longer the larger clinic may take. */
const GOAL = 1.3;
const CONNECTIONS = 16;
const ROUNDS = 3;

const options = readScaleOptions();
const say = (text: string) => process.stdout.write(`${text}\n`);

type Side = Readonly<{ clinic: Clinic; doctorIds: readonly string[]; client: pg.Client }>;
type Line = Readonly<{ read: ScaledRead; p95: readonly [number, number]; plans: readonly [Plan, Plan] }>;

async function open(doctors: number, slots: number): Promise<Side> {
  const out = join(await mkdtemp(join(tmpdir(), "amrutam-scale-")), "sessions.json");
  const counts = ["--doctors", doctors, "--slots", slots, "--consultations", 1_000, "--sessions", 1].map(
    String,
  );
  const clinic = await startClinic(["bench", ...counts, "--out", out], {
    RATE_LIMIT_SCALE: "1000000",
    LOG_LEVEL: "warn",
  });
  const client = new pg.Client({ connectionString: clinic.superuserUrl });
  await client.connect();
  // What comes minutes after a load by itself: pages that everybody may see are marked so.
  await client.query("VACUUM (ANALYZE) slots, doctors, users");
  const { rows } = await client.query<{ id: string }>("SELECT id FROM doctors ORDER BY id LIMIT 500");
  return { clinic, client, doctorIds: rows.map(({ id }) => id) };
}

async function planOf({ clinic, client, doctorIds }: Side, read: ScaledRead): Promise<Plan> {
  const recorder = await openRecorder(clinic.superuserUrl);
  try {
    const [statement] = await recorder.statementsOf((api) => read.ask(api, doctorIds[0] ?? ""));
    if (!statement) throw new Error(`${read.name} asked the database nothing`);
    return await explain(client, statement);
  } finally {
    await recorder.close();
  }
}

async function p95Of({ clinic, doctorIds }: Side, read: ScaledRead, durationSec: number): Promise<number> {
  const figures = await drive({
    url: `http://127.0.0.1:${clinic.ports.web}`,
    connections: CONNECTIONS,
    durationSec,
    request: (n) => ({ path: read.path(doctorIds[n % doctorIds.length] ?? "") }),
  });
  if (figures.failed > 0) throw new Error(`${read.name}: ${JSON.stringify(figures.statuses)}`);
  return figures.p95;
}

/** Both clinics take turns, and the best of its rounds counts: whatever else the machine does only adds to a figure. */
async function measure(small: Side, large: Side, read: ScaledRead): Promise<Line> {
  const taken: [number[], number[]] = [[], []];
  for (const side of [small, large]) await p95Of(side, read, 1);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, side] of [small, large].entries())
      taken[index]?.push(await p95Of(side, read, options.BENCH_SECONDS));
  const plans = [await planOf(small, read), await planOf(large, read)] as const;
  return { read, p95: [Math.min(...taken[0]), Math.min(...taken[1])], plans };
}

const ratioOf = ({ p95: [small, large] }: Line) => large / small;

/** A Markdown table: docs/performance.md takes it as it is. */
const table = (lines: readonly Line[]): string =>
  [
    "| request | p95 ms, small | p95 ms, large | ratio | pages read, small | pages read, large | plan |",
    "|---|---|---|---|---|---|---|",
    ...lines.map((line) => {
      const [small, large] = line.plans;
      const same = small.shape === large.shape ? "same" : "other";
      return `| ${line.read.name} | ${line.p95.map((ms) => ms.toFixed(1)).join(" | ")} | ${ratioOf(line).toFixed(2)} | ${small.pages} | ${large.pages} | ${same} |`;
    }),
  ].join("\n");

/**
 * The same reads on a small clinic and on a large one, both served by the production build at once: how much longer the
 * large one takes, and the plans of the database.
 * @throws Error when a read takes longer than the goal allows
 */
export async function compareScales(): Promise<void> {
  const sides: Side[] = [];
  try {
    const small = await open(options.SCALE_SMALL_DOCTORS, options.SCALE_SMALL_SLOTS);
    sides.push(small);
    const large = await open(options.SCALE_LARGE_DOCTORS, options.SCALE_LARGE_SLOTS);
    sides.push(large);
    const lines: Line[] = [];
    for (const read of scaledReads(Date.now())) {
      const line = await measure(small, large, read);
      lines.push(line);
      const [few, many] = line.plans;
      say(`\n${read.name}: ${ratioOf(line).toFixed(2)} of the small clinic's p95; on the large one`);
      say(many.lines.join("\n"));
      if (few.shape !== many.shape)
        say(`on the small one, which fits in a few pages\n${few.lines.join("\n")}`);
    }
    say(`\n${table(lines)}\n`);
    const slow = lines.filter((line) => ratioOf(line) > GOAL).map(({ read }) => read.name);
    if (slow.length > 0) throw new Error(`more than ${GOAL} of the small clinic's p95: ${slow.join(", ")}`);
  } finally {
    for (const { client, clinic } of sides) {
      await client.end();
      await clinic.stop();
    }
  }
}
