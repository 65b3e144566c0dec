import { randomUUID } from "node:crypto";
import { realtimeEvent } from "@amrutam/domain/realtime/events";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

const EVENT = "INSERT INTO outbox_events (kind, aggregate_id) VALUES ($1, $2) RETURNING id";
const RELAYED = "UPDATE outbox_events SET dispatched_at = now() WHERE id = ANY ($1)";

describe("word of a changed visit", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let worker: pg.Pool;
  let ear: pg.Client;
  let heard: string[];
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
    worker = new pg.Pool({ connectionString: database.workerUrl, max: 1 });
    ear = new pg.Client({ connectionString: database.superuserUrl });
    await ear.connect();
    ear.on("notification", ({ payload }) => {
      const { type, userId, subjectId } = realtimeEvent.parse(JSON.parse(payload ?? ""));
      if (type === "visit.changed") heard.push(`${userId} ${subjectId}`);
    });
    await ear.query("LISTEN amrutam_events");
  });
  beforeEach(() => {
    heard = [];
  });
  afterAll(async () => {
    await ear.end();
    await worker.end();
    await sql.end();
    await database.drop();
  });

  const visit = async (minutes: number) => {
    const [doctor, patient] = [await makeDoctor(sql), await makePatient(sql)];
    const { slotId } = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(minutes) });
    const id = await makeConsultation(sql, { slotId, patientId: patient.userId });
    return { id, sides: [`${doctor.userId} ${id}`, `${patient.userId} ${id}`].toSorted() };
  };
  const leave = async (kind: string, subject: string) =>
    (await sql.query<{ id: string }>(EVENT, [kind, subject])).rows[0]?.id ?? "";
  /** What was told so far: notifications come in the order of commits, so one more ends the wait. */
  const told = async () => {
    const last = `${randomUUID()} ${randomUUID()}`;
    const [user, subject] = last.split(" ");
    await sql.query("SELECT publish_event('visit.changed', $1, $2)", [user, subject]);
    await expect.poll(() => heard.includes(last)).toBe(true);
    heard.splice(heard.indexOf(last), 1);
    return heard.toSorted();
  };

  it("goes to both sides once when its events are handed on, not when they are written", async () => {
    const { id, sides } = await visit(60);
    const events = [
      await leave("consultation.requested", id),
      await leave("consultation.confirmed", id),
      await leave("payment.refund_due", id),
    ];
    expect(await told()).toEqual([]);
    await worker.query(RELAYED, [events]);
    expect(await told()).toEqual(sides);
    await worker.query(RELAYED, [events]);
    expect(await told()).toEqual(sides);
  });

  it("tells that the doctor runs late, and of nothing else that has an id", async () => {
    const { id, sides } = await visit(120);
    const { rows } = await sql.query<{ id: string }>(
      "INSERT INTO visit_delays (consultation_id, minutes, starts_at) SELECT id, 15, starts_at FROM consultations WHERE id = $1 RETURNING id",
      [id],
    );
    const [late, other] = [
      await leave("visit.running_late", rows[0]?.id ?? ""),
      await leave("auth.new_device", id),
    ];
    await worker.query(RELAYED, [[late, other]]);
    expect(await told()).toEqual(sides);
  });

  it("tells of a prescription, new or corrected, by the visit it is for", async () => {
    const { id, sides } = await visit(180);
    const { rows } = await sql.query<{ id: string }>(
      `INSERT INTO prescriptions (consultation_id, version, content_sealed, issued_at, issued_by)
       SELECT c.id, version, '\\x00', now(), d.user_id FROM consultations c JOIN doctors d ON d.id = c.doctor_id,
         generate_series(1, 2) version WHERE c.id = $1 RETURNING prescriptions.id`,
      [id],
    );
    const events = await Promise.all(rows.map((issued) => leave("prescription.issued", issued.id)));
    expect(events).toHaveLength(2);
    for (const event of events) {
      heard = [];
      await worker.query(RELAYED, [[event]]);
      expect(await told()).toEqual(sides);
    }
  });
});
