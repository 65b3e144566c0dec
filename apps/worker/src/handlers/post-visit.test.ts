import { randomUUID } from "node:crypto";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDeps } from "../testing-deps";
import { EVENT_TASKS, type EventTask } from "./event-tasks";

describe("the calendar in the mails of a visit", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let box: Awaited<ReturnType<typeof testDeps>>;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 4 });
    sql.on("connect", (client) => client.on("error", () => undefined));
  });
  beforeEach(async () => {
    box = await testDeps(database.workerUrl);
  });
  afterEach(() => box.close());
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  const handle = (task: EventTask, aggregateId: string) =>
    EVENT_TASKS[task](box.deps, { eventId: randomUUID(), kind: "test", aggregateId });
  let ahead = 600;
  const visit = async () => {
    const doctor = await makeDoctor(sql, { fullName: "Dr. Meera Iyer" });
    const patient = await makePatient(sql, { fullName: "Asha Rao" });
    ahead += 60;
    const slot = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(ahead) });
    const id = await makeConsultation(sql, { slotId: slot.slotId, patientId: patient.userId });
    return { id, doctor, patient };
  };
  /** As every use case does it: a change of a visit stands in the audit log of its transaction. */
  const change = (id: string, set: string, ...values: unknown[]) =>
    sql.query(
      `WITH said AS (INSERT INTO audit_events (actor_role, action, entity_type, entity_id)
         VALUES ('SYSTEM', 'consultation.cancel', 'consultation', $1))
       UPDATE consultations SET ${set} WHERE id = $1`,
      [id, ...values],
    );
  /** The newest mail's calendar, line by line as it was before folding. */
  const linesTo = async (email: string) => {
    const [mail] = (await box.mails()).filter(({ to }) => to === email);
    return { mail, lines: (mail?.calendar?.content ?? "").replace(/\r\n /g, "").split("\r\n") };
  };

  it("files the visit for each side alone, and names neither to the other's calendar", async () => {
    const { id, doctor, patient } = await visit();
    await handle("mail_confirmed_to_patient", id);
    await handle("mail_confirmed_to_doctor", id);
    for (const [reader, stranger, page] of [
      [patient, doctor, "visits"],
      [doctor, patient, "doctor/visits"],
    ] as const) {
      const { mail, lines } = await linesTo(reader.email);
      expect(mail?.calendar?.method).toBe("REQUEST");
      expect(lines).toEqual(
        expect.arrayContaining([
          "METHOD:REQUEST",
          `UID:${id}@clinic.example`,
          "SEQUENCE:0",
          "STATUS:CONFIRMED",
          "SUMMARY:Amrutam visit",
          'ORGANIZER;CN="Amrutam":mailto:care@clinic.example',
          `URL:https://clinic.example/${page}/${id}`,
        ]),
      );
      const text = lines.join("\n");
      expect(text.match(/^ATTENDEE.*$/gm)).toEqual([expect.stringContaining(reader.email)]);
      expect(text).not.toContain(stranger.email);
      expect(text).not.toContain(stranger.fullName);
    }
  });

  it("tells of another time with a higher sequence, and takes a cancelled visit out", async () => {
    const { id, doctor, patient } = await visit();
    const later = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(ahead + 1_440) });
    await change(
      id,
      `(slot_id, starts_at, ends_at) = (SELECT id, starts_at, ends_at FROM slots WHERE id = $2::uuid),
       moved_by = 'PATIENT', moved_at = now(), moved_from = starts_at`,
      later.slotId,
    );
    await handle("mail_moved_to_patient", id);
    const moved = await linesTo(patient.email);
    expect(moved.lines).toEqual(expect.arrayContaining(["METHOD:REQUEST", "SEQUENCE:1"]));
    await change(id, "status = 'CANCELLED', cancelled_by = 'DOCTOR'");
    await handle("mail_cancelled_to_patient", id);
    const cancelled = (await box.mails()).find(({ calendar }) => calendar?.method === "CANCEL");
    expect(cancelled?.to).toBe(patient.email);
    expect(cancelled?.calendar?.content).toMatch(/SEQUENCE:2\r\n/);
    expect(cancelled?.calendar?.content).toMatch(/STATUS:CANCELLED\r\n/);
    expect(cancelled?.calendar?.content).toContain(`UID:${id}@clinic.example\r\n`);
  });

  it("names the other side to whoever turned names on", async () => {
    const { id, doctor, patient } = await visit();
    await sql.query(
      "INSERT INTO calendar_feeds (user_id, has_names, names_at) VALUES ($1, true, now()), ($2, true, now())",
      [doctor.userId, patient.userId],
    );
    await handle("mail_confirmed_to_patient", id);
    await handle("mail_confirmed_to_doctor", id);
    expect((await linesTo(patient.email)).lines).toContain("SUMMARY:Amrutam visit: Dr. Meera Iyer");
    expect((await linesTo(doctor.email)).lines).toContain("SUMMARY:Amrutam visit: Asha Rao");
  });

  it("is the same when the mail is written again", async () => {
    const { id, patient } = await visit();
    await handle("mail_confirmed_to_patient", id);
    await handle("mail_confirmed_to_patient", id);
    const mails = (await box.mails()).filter(({ to }) => to === patient.email);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.calendar).toEqual(mails[1]?.calendar);
  });
});
