import type { Client } from "pg";
import * as z from "zod";
import { type BenchPeople, insertPeople } from "./bench/people";
import { insertRatings } from "./bench/ratings";
import { type BenchSession, insertSessions } from "./bench/sessions";
import { insertOpenSlots } from "./bench/slots";
import { insertVisits } from "./bench/visits";
import type { SeedMeans } from "./demo";
import { seededRandom } from "./random";

const count = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).default(fallback);
const schema = z.object({
  doctors: count(2_000, 100_000),
  slots: count(100_000, 5_000_000),
  consultations: count(100_000, 5_000_000),
  sessions: count(256, 10_000),
});
export type BenchCounts = z.infer<typeof schema>;

/** @throws Error naming each option that is no number, or out of range */
export function benchCounts(options: Readonly<Record<string, string | undefined>>): BenchCounts {
  const { doctors, slots, consultations, sessions } = options;
  const parsed = schema.safeParse({ doctors, slots, consultations, sessions });
  if (parsed.success) return parsed.data;
  throw new Error(
    parsed.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("\n"),
  );
}

/** Triggers that count seats and follow the soonest slot row by row; a scenario that does the sums itself rests them. */
const COUNTING = [
  ["consultations", "consultations_seats"],
  ["slots", "slots_inserted"],
] as const;

/**
 * A clinic of any size, beside whatever is in the database: approved doctors with open slots in the coming month,
 * visits of the past year, and patients who are signed in.
 * @returns live WEB sessions, one per patient, from which access tokens can be minted
 */
export async function seedBench(
  client: Client,
  counts: BenchCounts,
  { keys, nowMs, log }: SeedMeans,
): Promise<BenchSession[]> {
  // A second run draws other people than the first; on an empty database the same ones come everywhere.
  const { rows } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM users");
  const random = seededRandom(rows[0]?.n ?? 0);
  const startedAt = performance.now();
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const result = await work();
    log(`${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    return result;
  };
  for (const [table, trigger] of COUNTING)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`);
  const people: BenchPeople = await step(`${counts.doctors} doctors and their patients`, () =>
    insertPeople(client, random, keys, counts, nowMs),
  );
  await step(`${counts.slots} open slots`, () => insertOpenSlots(client, people, counts.slots, nowMs, log));
  await step(`${counts.consultations} consultations`, () =>
    insertVisits(client, random, people, counts.consultations, nowMs),
  );
  await step("ratings of half of them", () => insertRatings(client, people.doctorIds));
  // The audit's deferred checks run now: a table with checks pending can't be altered.
  await client.query("SET CONSTRAINTS ALL IMMEDIATE");
  for (const [table, trigger] of COUNTING)
    await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`);
  await step("soonest slots", async () => {
    await client.query("SELECT refresh_next_open($1::uuid[])", [people.doctorIds]);
  });
  return step(`${counts.sessions} sessions`, () =>
    insertSessions(client, random, people, counts.sessions, nowMs),
  );
}
