import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDeps } from "../testing-deps";
import { expireHolds } from "./expire-holds";
import { purgeExpired } from "./purge";

describe("housekeeping", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let box: Awaited<ReturnType<typeof testDeps>>;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
    box = await testDeps(database.workerUrl);
  });
  afterAll(async () => {
    await box.close();
    await sql.end();
    await database.drop();
  });

  it("frees the slots of holds that ran out, and only those", async () => {
    const [doctor, patient] = [await makeDoctor(sql), await makePatient(sql)];
    const ids: string[] = [];
    for (const minutes of [60, 90]) {
      const { slotId } = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(minutes) });
      ids.push(await makeConsultation(sql, { slotId, patientId: patient.userId, status: "REQUESTED" }));
    }
    await sql.query("UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE id = $1", [
      ids[0],
    ]);
    const counts = await Promise.all([expireHolds(box.deps.db), expireHolds(box.deps.db)]);
    expect(counts.reduce((a, b) => a + b)).toBe(1);
    const { rows } = await sql.query(
      "SELECT c.status, s.taken FROM consultations c JOIN slots s ON s.id = c.slot_id ORDER BY c.starts_at",
    );
    expect(rows).toEqual([
      { status: "EXPIRED", taken: 0 },
      { status: "REQUESTED", taken: 1 },
    ]);
    const told = await sql.query(
      "SELECT aggregate_id FROM outbox_events WHERE kind = 'consultation.expired'",
    );
    expect(told.rows).toEqual([{ aggregate_id: ids[0] }]);
  });

  it("deletes what nothing can use any more, and nothing else", async () => {
    const { userId } = await makePatient(sql);
    await sql.query(
      `WITH ages AS (SELECT * FROM (VALUES ('old', now() - interval '40 days'), ('new', now() + interval '1 hour')) AS v (name, at)),
       keys AS (INSERT INTO idempotency_records (scope, procedure, key, input_hash, answer, effect_id, expires_at)
         SELECT 's', 'p', name, '\\x00', '{}', uuidv7(), at FROM ages),
       links AS (INSERT INTO link_tokens (user_id, purpose, token_hash, expires_at)
         SELECT $1, 'VERIFY_EMAIL', convert_to(name, 'UTF8'), at FROM ages),
       tickets AS (INSERT INTO sign_in_tickets (user_id, audience, aal, ticket_hash, expires_at)
         SELECT $1, 'WEB', 1, convert_to(name, 'UTF8'), at FROM ages),
       challenges AS (INSERT INTO sign_in_challenges (user_id, audience, expires_at) SELECT $1, 'WEB', at FROM ages),
       asked AS (INSERT INTO passkey_challenges (purpose, audience, challenge, expires_at)
         SELECT 'SIGN_IN', 'WEB', sha256(convert_to(name, 'UTF8')), at FROM ages),
       remembered AS (INSERT INTO remembered_devices (user_id, device_hash, expires_at)
         SELECT $1, convert_to(name, 'UTF8'), at FROM ages),
       changes AS (INSERT INTO email_changes (id, user_id, from_email, to_email, requested_at)
         SELECT uuidv7(), $1, name || '@example.test', 'other@example.test', at FROM ages),
       sent AS (INSERT INTO deliveries (event_id, user_id, channel, kind, audience, subject_id, status, due_at, settled_at)
         SELECT uuidv7(), $1, 'EMAIL', 'BOOKED', 'PATIENT', uuidv7(), 'SENT', at, at - interval '60 days' FROM ages),
       limits AS (INSERT INTO rate_limits (key, points, expire) SELECT name, 1, (extract(epoch FROM at) * 1000)::bigint FROM ages)
       INSERT INTO outbox_events (kind, aggregate_id, dispatched_at) SELECT 'x', uuidv7(), at FROM ages`,
      [userId],
    );
    const deleted = await purgeExpired(box.deps.db);
    expect(Object.fromEntries(deleted)).toEqual({
      idempotency_records: 1,
      sign_in_tickets: 1,
      sign_in_challenges: 1,
      passkey_challenges: 1,
      remembered_devices: 1,
      link_tokens: 1,
      waitlist_entries: 0,
      visit_links: 0,
      email_changes: 1,
      refresh_tokens: 0,
      booking_drafts: 0,
      rate_limits: 1,
      deliveries: 1,
      notifications: 0,
      visit_reminders: 0,
      visit_delays: 0,
      outbox_events: 1,
    });
    const { rows } = await sql.query(
      "SELECT key FROM idempotency_records UNION ALL SELECT convert_from(token_hash, 'UTF8') FROM link_tokens UNION ALL SELECT key FROM rate_limits",
    );
    expect(rows.map(({ key }) => key)).toEqual(["new", "new", "new"]);
  });
});
