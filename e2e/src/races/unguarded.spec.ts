import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import { expect, test } from "@playwright/test";
import type pg from "pg";
import { withScratchDatabase } from "../clinic/scratch-database";

const RACERS = 20;

/** What a booking without the locks of the function would do: look whether the seat is free, then take it. */
const CARELESS = `
WITH said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id)
  VALUES ($3, 'PATIENT', 'consultation.book', 'consultation', $1, $3))
INSERT INTO consultations (id, slot_id, doctor_id, patient_id, starts_at, ends_at, status, mode, reason_sealed, fee_minor,
  hold_expires_at, consent_version, consent_locale, consent_at)
SELECT $1, s.id, s.doctor_id, $3, s.starts_at, s.ends_at, 'REQUESTED', 'VIDEO', '\\x00', 0,
  now() + interval '10 minutes', 'test', 'en', now()
FROM slots s WHERE s.id = $2 AND NOT EXISTS (SELECT FROM consultations c WHERE c.slot_id = s.id)`;

/** The same race with and without the constraints: it must end well because of them, not by luck. */
async function race(pool: pg.Pool): Promise<number> {
  const { doctorId } = await makeDoctor(pool);
  const { slotId } = await makeSlot(pool, { doctorId, startsAt: minutesAhead(24 * 60) });
  const patients = await Promise.all(Array.from({ length: RACERS }, () => makePatient(pool)));
  const clients = await Promise.all(patients.map(() => pool.connect()));
  try {
    // All have begun, and so all have a snapshot, before the first one writes.
    await Promise.all(
      clients.map((client) => client.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1")),
    );
    const outcomes = await Promise.allSettled(
      clients.map(async (client, index) => {
        const [id] = (await client.query<{ id: string }>("SELECT uuidv7() AS id")).rows;
        await client.query(CARELESS, [id?.id, slotId, patients[index]?.userId]);
        await client.query("COMMIT");
      }),
    );
    return outcomes.filter(({ status }) => status === "fulfilled").length;
  } finally {
    for (const client of clients) client.release(true);
  }
}

test("racing inserts without a lock leave one booking while the schema guards the seat", () =>
  withScratchDatabase(async (pool, url) => {
    expect(await race(pool)).toBe(1);
    await assertInvariants(url);
  }));

test("the same race without the constraints turns the invariants red", () =>
  withScratchDatabase(async (pool, url) => {
    await pool.query(`
      DROP INDEX consultations_active_seat;
      ALTER TABLE slots DROP CONSTRAINT slots_seats;
      DROP TRIGGER consultations_seats ON consultations`);
    expect(await race(pool)).toBeGreaterThan(1);
    await expect(assertInvariants(url)).rejects.toThrow(/more active consultations than seats/);
  }));
