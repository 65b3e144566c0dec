import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { makeConsultation } from "./factories/consultation";
import { makeDoctor } from "./factories/doctor";
import { makePatient } from "./factories/person";
import { makeSlot, minutesAhead } from "./factories/slot";
import { assertInvariants, INVARIANTS } from "./invariants";

/** A clinic of two doctors and two patients, in which somebody goes past every guard. */
type Scene = Readonly<{
  doctorId: string;
  slotId: string;
  patientId: string;
  consultationId: string;
  otherConsultationId: string;
}>;

const UNGUARDED = "SET LOCAL session_replication_role = replica";
const pay = (id: string, refunded = 0) =>
  `INSERT INTO payments (consultation_id, provider, amount_minor, refunded_minor, status, captured_at)
   VALUES ('${id}', 'local', 50000, ${refunded}, 'SUCCEEDED', now())`;
const refund = (minor: number) =>
  `INSERT INTO refunds (payment_id, amount_minor, reason, status) SELECT id, ${minor}, 'test', 'SUCCEEDED' FROM payments`;

/** For each invariant: what must be torn down first, and the violation. */
const PLANTED: Record<string, (scene: Scene) => readonly string[]> = {
  "active slots of one doctor overlap": ({ slotId }) => [
    "ALTER TABLE slots DROP CONSTRAINT slots_no_overlap",
    `INSERT INTO slots (doctor_id, starts_at, ends_at, modes)
     SELECT doctor_id, starts_at + interval '1 minute', ends_at, modes FROM slots WHERE id = '${slotId}'`,
  ],
  "active consultations of one patient overlap": ({ patientId, otherConsultationId }) => [
    "ALTER TABLE consultations DROP CONSTRAINT consultations_patient_no_overlap",
    UNGUARDED,
    `UPDATE consultations SET patient_id = '${patientId}' WHERE id = '${otherConsultationId}'`,
  ],
  "a slot has more active consultations than seats, or two on one seat": ({ consultationId }) => [
    "DROP INDEX consultations_active_seat",
    UNGUARDED,
    `INSERT INTO consultations SELECT (jsonb_populate_record(c, jsonb_build_object('id', '${randomUUID()}',
       'patient_id', (SELECT id FROM users WHERE id <> c.patient_id LIMIT 1)))).* FROM consultations c WHERE id = '${consultationId}'`,
  ],
  "a slot's taken seats are not its active consultations and open offers": ({ slotId }) => [
    `UPDATE slots SET taken = 0 WHERE id = '${slotId}'`,
  ],
  "a slot outside the hours has nobody in it any more": ({ slotId }) => [
    `INSERT INTO slots (doctor_id, starts_at, ends_at, modes, status, outside_hours)
     SELECT doctor_id, starts_at + interval '1 day', ends_at + interval '1 day', modes, 'BLOCKED', true FROM slots WHERE id = '${slotId}'`,
  ],
  "a time is being offered that isn't open": ({ slotId, patientId, doctorId }) => [
    `INSERT INTO waitlist_entries (patient_id, doctor_id, from_at, to_at, mode, reason_sealed)
     VALUES ('${patientId}', '${doctorId}', now(), now() + interval '5 days', 'VIDEO', '\\x00')`,
    `INSERT INTO slots (doctor_id, starts_at, ends_at, modes, status)
     SELECT doctor_id, starts_at + interval '1 day', ends_at + interval '1 day', modes, 'BLOCKED' FROM slots WHERE id = '${slotId}'`,
    `INSERT INTO waitlist_offers (entry_id, slot_id, expires_at)
     SELECT e.id, s.id, now() + interval '1 hour' FROM waitlist_entries e, slots s
     WHERE e.patient_id = '${patientId}' AND s.doctor_id = '${doctorId}' AND s.status = 'BLOCKED'`,
  ],
  "a consultation's time or doctor is not its slot's": ({ consultationId }) => [
    UNGUARDED,
    `UPDATE consultations SET ends_at = ends_at + interval '5 minutes' WHERE id = '${consultationId}'`,
  ],
  "a consultation has two succeeded payments": ({ consultationId }) => [
    "DROP INDEX payments_consultation_id_key",
    pay(consultationId),
    pay(consultationId),
  ],
  "refunds exceed what was captured": ({ consultationId }) => [
    "ALTER TABLE payments DROP CONSTRAINT payments_refunded",
    pay(consultationId, 50_001),
    refund(50_000),
    refund(1),
  ],
  "a payment's refunded amount is not the sum of its refunds": ({ consultationId }) => [
    pay(consultationId, 100),
    refund(200),
  ],
  "a consultation's status has no audit event": ({ consultationId }) => [
    UNGUARDED,
    `UPDATE consultations SET status = 'NO_SHOW', missed_by = 'PATIENT' WHERE id = '${consultationId}'`,
  ],
  "an outbox event has waited for more than five minutes": ({ consultationId }) => [
    `INSERT INTO outbox_events (kind, aggregate_id, created_at, available_at)
     VALUES ('consultation.confirmed', '${consultationId}', now() - interval '6 minutes', now() - interval '6 minutes')`,
  ],
  "an idempotency record has no effect": ({ patientId }) => [
    `INSERT INTO idempotency_records (scope, procedure, key, input_hash, answer, effect_id, expires_at)
     VALUES ('${patientId}', 'consultation.book', 'planted-1', '\\x00', '{}', '${randomUUID()}', now() + interval '1 day')`,
  ],
  "a doctor's sums of ratings are not the ratings": ({ doctorId }) => [
    `UPDATE doctors SET rating_sum = 14, rating_count = 3 WHERE id = '${doctorId}'`,
  ],
  "a rating is not of a completed visit, or not by and about the two of it": ({ consultationId }) => [
    UNGUARDED,
    `INSERT INTO ratings (consultation_id, doctor_id, patient_id, stars, visited_month)
     SELECT id, doctor_id, patient_id, 5, '2026-11-01' FROM consultations WHERE id = '${consultationId}'`,
  ],
  "a doctor's next open time is not the soonest open slot": ({ doctorId }) => [
    `UPDATE doctors SET next_open_at = now() + interval '5 days' WHERE id = '${doctorId}'`,
  ],
};

describe("invariants", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let scene: Scene;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 1 });
    const [doctor, other] = [await makeDoctor(sql), await makeDoctor(sql)];
    const [patient, neighbour] = [await makePatient(sql), await makePatient(sql)];
    const startsAt = minutesAhead(60);
    const slot = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt });
    await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(120) });
    const otherSlot = await makeSlot(sql, { doctorId: other.doctorId, startsAt });
    scene = {
      doctorId: doctor.doctorId,
      slotId: slot.slotId,
      patientId: patient.userId,
      consultationId: await makeConsultation(sql, { slotId: slot.slotId, patientId: patient.userId }),
      otherConsultationId: await makeConsultation(sql, {
        slotId: otherSlot.slotId,
        patientId: neighbour.userId,
      }),
    };
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  describe.each(INVARIANTS)("$name", ({ name, sql: broken }) => {
    beforeEach(() => sql.query("BEGIN").then(() => undefined));

    it("is red over its planted violation, and green without it", async () => {
      const planted = PLANTED[name];
      if (!planted) throw new Error(`no violation is planted for "${name}"`);
      try {
        expect((await sql.query(broken)).rows).toEqual([]);
        for (const statement of planted(scene)) await sql.query(statement);
        expect((await sql.query(broken)).rows.length).toBeGreaterThan(0);
      } finally {
        await sql.query("ROLLBACK");
      }
    });
  });

  it("plants nothing that no invariant looks for", () => {
    expect(Object.keys(PLANTED).sort()).toEqual(INVARIANTS.map(({ name }) => name).sort());
  });

  it("names what is broken, with its rows", async () => {
    await assertInvariants(database.superuserUrl);
    const damaged = await testDatabase();
    try {
      const own = new pg.Pool({ connectionString: damaged.superuserUrl, max: 1 });
      const doctor = await makeDoctor(own);
      await own.query("UPDATE doctors SET next_open_at = now() + interval '1 day'");
      await own.end();
      await expect(assertInvariants(damaged.superuserUrl)).rejects.toThrow(doctor.doctorId);
    } finally {
      await damaged.drop();
    }
  });
});
