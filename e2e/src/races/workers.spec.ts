import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "@playwright/test";
import * as z from "zod";
import { sql } from "../clinic/database";
import { makeSlots, signedInDoctor } from "../clinic/doctors";
import { signedInPatients } from "../clinic/patients";
import { readServed } from "../clinic/served";
import { mustBook } from "./book";

const VISITS = 24;
const mails = z.array(z.object({ to: z.string() }));

/** Workers that have one of these visits' jobs in hand right now. */
const atWork = async (ids: readonly string[]) => {
  const { rows } = await sql().query<{ count: number }>(
    `SELECT count(DISTINCT locked_by)::int AS count FROM graphile_worker._private_jobs
     WHERE locked_at IS NOT NULL AND payload ->> 'aggregateId' = ANY ($1::text[])`,
    [ids],
  );
  return rows[0]?.count ?? 0;
};

/** Events, jobs and messages of these visits and people that nobody has finished. */
const unfinished = async (ids: readonly string[], people: readonly string[]) => {
  const { rows } = await sql().query<{ count: number }>(
    `SELECT (SELECT count(*) FROM outbox_events WHERE aggregate_id = ANY ($1::uuid[]) AND dispatched_at IS NULL)
       + (SELECT count(*) FROM graphile_worker._private_jobs WHERE payload ->> 'aggregateId' = ANY ($1::text[]))
       + (SELECT count(*) FROM deliveries WHERE user_id = ANY ($2::uuid[]) AND status = 'QUEUED') AS count`,
    [ids, people],
  );
  return Number(rows[0]?.count);
};

test("a worker killed in the middle of its jobs: the other ends them, and everybody is told once", async ({
  request,
}) => {
  const { spareWorkers, web, superuserUrl } = readServed();
  const doctor = await signedInDoctor();
  const [patients, slots] = await Promise.all([signedInPatients(VISITS), makeSlots(doctor.doctorId, VISITS)]);
  const people = patients.map(({ userId }) => userId);

  // Nobody can note what is to be sent until this transaction ends: jobs stand in their middle, in both workers.
  const client = await sql().connect();
  let ids: string[] = [];
  try {
    await client.query("BEGIN; LOCK TABLE deliveries IN SHARE MODE");
    ids = await Promise.all(patients.map((patient, n) => mustBook(patient, slots[n] ?? "")));
    await expect.poll(() => atWork(ids), { timeout: 20_000, intervals: [20] }).toBe(2);
    for (const pid of spareWorkers) process.kill(pid, "SIGKILL");
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }

  await expect.poll(() => unfinished(ids, people), { timeout: 90_000, intervals: [500] }).toBe(0);
  const { rows: told } = await sql().query<{ count: number; email: string; lines: number }>(
    `SELECT u.email::text AS email,
       (SELECT count(*)::int FROM notifications n WHERE n.user_id = u.id AND n.kind = 'BOOKED') AS lines,
       (SELECT count(*)::int FROM deliveries d WHERE d.user_id = u.id AND d.channel = 'EMAIL' AND d.status = 'SENT') AS count
     FROM users u WHERE u.id = ANY ($1)`,
    [people],
  );
  const box = mails.parse(await (await request.get(`${web}/dev/mailbox.json`)).json());
  for (const { email, lines, count } of told) {
    const received = box.filter(({ to }) => to.includes(email)).length;
    expect({ email, lines, count, received }).toEqual({ email, lines: 1, count: 1, received: 1 });
  }
  expect(told).toHaveLength(VISITS);
  await assertInvariants(superuserUrl);
});
