import { randomUUID } from "node:crypto";
import * as z from "zod";
import { startClinic } from "./clinic";
import { compareTimes, type Timed, timingTable } from "./compare-times";

/**
 * Does the time of an answer tell whether an address has an account? Asks what anybody may ask, for known and unknown
 * addresses in turn, one request at a time: a difference would show here first, where no network blurs it.
 */
const { TIMING_URL, TIMING_PAIRS } = z
  .object({
    /** A platform that is served already, with the demo clinic and its throttles raised. */
    TIMING_URL: z.url().optional(),
    TIMING_PAIRS: z.coerce.number().int().min(10).default(300),
  })
  .parse(process.env);

const WRONG = "not the password of anybody here";
const form = { password: "a kettle of green tea at dawn", fullName: "Timing Probe", role: "PATIENT" };
/** Patients of the demo clinic; each is asked about a few times only. */
const known = (n: number) => `patient${String((n % 200) + 1).padStart(3, "0")}@amrutam.example`;
const unknown = () => `${randomUUID().slice(0, 8)}@amrutam.example`;

const QUESTIONS: readonly Readonly<{ path: string; body: (email: string) => object }>[] = [
  { path: "/auth/login", body: (email) => ({ email, password: WRONG }) },
  { path: "/auth/request-password-reset", body: (email) => ({ email }) },
  { path: "/auth/resend-verification", body: (email) => ({ email }) },
  { path: "/auth/signup", body: (email) => ({ email, ...form }) },
];

/** Milliseconds until the whole answer is here, and what it said. */
async function ask(base: string, path: string, body: object) {
  const startedAt = performance.now();
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = (await answer.text()).replace(/"requestId":"[^"]*"/, "");
  return { ms: performance.now() - startedAt, said: `${answer.status} ${text}` };
}

async function time(base: string, { path, body }: (typeof QUESTIONS)[number]): Promise<Timed> {
  const times: Timed = { path, known: [], unknown: [], answers: new Set() };
  for (let n = -10; n < TIMING_PAIRS; n += 1) {
    // Whichever goes first finds the machine a little colder: they take turns at it.
    const order = n % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
    for (const kind of order) {
      const { ms, said } = await ask(base, path, body(kind === "known" ? known(n + 10) : unknown()));
      times.answers.add(said);
      if (n >= 0) times[kind].push(ms);
    }
  }
  return times;
}

async function main() {
  const clinic = TIMING_URL
    ? null
    : await startClinic(["demo"], { RATE_LIMIT_SCALE: "1000000", LOG_LEVEL: "warn" });
  try {
    const base = TIMING_URL ?? `http://127.0.0.1:${clinic?.ports.web}`;
    const compared = [];
    for (const question of QUESTIONS) compared.push(compareTimes(await time(base, question)));
    process.stdout.write(`\n${timingTable(compared)}\n`);
    const told = compared.filter(({ answers }) => answers > 1).map(({ path }) => path);
    if (told.length > 0) throw new Error(`answers differ by address: ${told.join(", ")}`);
  } finally {
    await clinic?.stop();
  }
}

await main();
