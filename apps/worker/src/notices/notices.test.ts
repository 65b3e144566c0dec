import { randomUUID } from "node:crypto";
import type { Channel, NoticeKind } from "@amrutam/domain/notification/kinds";
import { SmsRefused, SmsUnavailable } from "@amrutam/ports/sms";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { givePhone } from "@amrutam/testing/factories/phone";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDeps } from "../testing-deps";
import { deliverNotice } from "./deliver-notice";
import { NOTICE_EVENTS } from "./notice-events";
import { planNotices } from "./plan-notices";
import { remindOfVisits } from "./remind";

const NUMBER = "+919876543210";

describe("notices", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let queue: WorkerUtils;
  let box: Awaited<ReturnType<typeof testDeps>>;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
    queue = await makeWorkerUtils({ connectionString: database.workerUrl });
    await queue.migrate();
  });
  beforeEach(async () => {
    box = await testDeps(database.workerUrl);
    await sql.query("DELETE FROM payments; DELETE FROM consultations");
  });
  afterEach(async () => {
    await box.close();
    await sql.query(
      "DELETE FROM notifications; DELETE FROM deliveries; DELETE FROM visit_reminders; DELETE FROM visit_delays",
    );
    await sql.query("DELETE FROM outbox_events");
  });
  afterAll(async () => {
    await queue.release();
    await sql.end();
    await database.drop();
  });

  let ahead = 0;
  const visit = async (minutes = 3_000, locale: "en" | "hi" = "en", dependant?: string) => {
    const doctor = await makeDoctor(sql, { fullName: "Dr. Meera Iyer" });
    const patient = await makePatient(sql, { locale });
    const dependantId =
      dependant && (await makeDependant(sql, { patientId: patient.userId, fullName: dependant }));
    ahead += 1;
    const slot = await makeSlot(sql, {
      doctorId: doctor.doctorId,
      startsAt: minutesAhead(minutes + ahead / 60),
    });
    const id = await makeConsultation(sql, {
      slotId: slot.slotId,
      patientId: patient.userId,
      ...(dependantId && { dependantId }),
    });
    await sql.query("UPDATE consultations SET confirmed_at = now() - interval '5 days' WHERE id = $1", [id]);
    return { id, doctor, patient };
  };
  const kindOf = (kind: NoticeKind) =>
    Object.entries(NOTICE_EVENTS).find(([, one]) => one === kind)?.[0] ?? "";
  const plan = async (kind: NoticeKind, aggregateId: string, eventId = randomUUID()) => {
    const event = { eventId, kind: kindOf(kind), aggregateId };
    await planNotices(box.deps, event);
    return event;
  };
  const deliveries = async (userId: string) =>
    (
      await sql.query<{ id: string; channel: string; status: string; reason: string | null; wait: number }>(
        `SELECT id, channel, status, reason, extract(epoch FROM due_at - now())::int AS wait
         FROM deliveries WHERE user_id = $1 ORDER BY channel`,
        [userId],
      )
    ).rows;
  const deliverAll = async (userId: string, deps = box.deps) => {
    for (const { id } of await deliveries(userId)) await deliverNotice(deps, { deliveryId: id });
  };
  const inbox = async (userId: string) =>
    (await sql.query("SELECT kind, consultation_id AS visit FROM notifications WHERE user_id = $1", [userId]))
      .rows;
  /** As every use case does it: a change of a visit stands in the audit log of its transaction. */
  const change = (visitId: string, set: string, ...values: unknown[]) =>
    sql.query(
      `WITH said AS (INSERT INTO audit_events (actor_role, action, entity_type, entity_id)
         VALUES ('SYSTEM', 'consultation.cancel', 'consultation', $1))
       UPDATE consultations c SET ${set} WHERE c.id = $1`,
      [visitId, ...values],
    );
  const cancel = (visitId: string) => change(visitId, "status = 'CANCELLED', cancelled_by = 'PATIENT'");
  const wish = (userId: string, kind: NoticeKind, channel: Channel, isOn: boolean) =>
    sql.query("INSERT INTO notice_preferences (user_id, kind, channel, is_on) VALUES ($1, $2, $3, $4)", [
      userId,
      kind,
      channel,
      isOn,
    ]);

  it("of a booking reach both sides once, however often the event comes", async () => {
    const { id, doctor, patient } = await visit();
    const { eventId } = await plan("BOOKED", id);
    await Promise.all([plan("BOOKED", id, eventId), plan("BOOKED", id, eventId)]);
    for (const person of [patient, doctor]) {
      expect(await inbox(person.userId)).toEqual([{ kind: "BOOKED", visit: id }]);
      await Promise.all([deliverAll(person.userId), deliverAll(person.userId)]);
      expect(await deliveries(person.userId)).toMatchObject([{ channel: "EMAIL", status: "SENT" }]);
    }
    expect((await box.mails()).map(({ to }) => to).sort()).toEqual([patient.email, doctor.email].sort());
  });

  it("wait until quiet hours are over, unless they can't wait", async () => {
    const { id, doctor, patient } = await visit();
    for (const { userId } of [doctor, patient])
      await sql.query(
        `INSERT INTO quiet_hours SELECT id, (now_min + 1380) % 1440, (now_min + 60) % 1440
         FROM users, LATERAL (SELECT (extract(hour FROM now() AT TIME ZONE timezone) * 60
           + extract(minute FROM now() AT TIME ZONE timezone))::int AS now_min) clock WHERE id = $1`,
        [userId],
      );
    await plan("BOOKED", id);
    const [toDoctor] = await deliveries(doctor.userId);
    const [toPatient] = await deliveries(patient.userId);
    expect(toDoctor?.wait).toBeGreaterThan(58 * 60);
    expect(toDoctor?.wait).toBeLessThanOrEqual(60 * 60);
    expect(toPatient?.wait).toBeLessThanOrEqual(0);
    const { rows } = await sql.query(
      "SELECT run_at > now() + interval '50 minutes' AS waits FROM graphile_worker.jobs WHERE key = $1",
      [`deliver_notice:${toDoctor?.id}`],
    );
    expect(rows).toEqual([{ waits: true }]);
    // Nobody is disturbed by the inbox.
    expect(await inbox(doctor.userId)).toHaveLength(1);
  });

  it("follow what their reader wants at the moment they are sent", async () => {
    const { id, doctor, patient } = await visit(3_000, "hi");
    await givePhone(sql, patient.userId, NUMBER);
    await wish(patient.userId, "BOOKED", "SMS", true);
    await wish(patient.userId, "BOOKED", "WHATSAPP", true);
    await wish(patient.userId, "BOOKED", "IN_APP", false);
    await plan("BOOKED", id);
    expect(await inbox(patient.userId)).toEqual([]);
    await sql.query("UPDATE notice_preferences SET is_on = false WHERE channel = 'WHATSAPP'");
    await deliverAll(patient.userId);
    expect(await deliveries(patient.userId)).toMatchObject([
      { channel: "EMAIL", status: "SENT" },
      { channel: "SMS", status: "SENT" },
      { channel: "WHATSAPP", status: "SKIPPED", reason: "not_wanted_any_more" },
    ]);
    const [short] = await box.shorts();
    expect(short).toMatchObject({ to: NUMBER, channel: "SMS" });
    expect(short?.text).toMatch(/Dr\. Meera Iyer के साथ आपका परामर्श पक्का है.* IST/);
    expect(short?.text).toContain(`https://clinic.example/visits/${id}`);
    expect(doctor.userId).toBeTruthy();
  });

  it("by SMS are skipped without a number and when the provider refuses, and tried again when it is away", async () => {
    const { id, patient } = await visit();
    await wish(patient.userId, "BOOKED", "SMS", true);
    await plan("BOOKED", id);
    await deliverAll(patient.userId);
    expect((await deliveries(patient.userId))[1]).toMatchObject({ status: "SKIPPED", reason: "no_number" });

    await givePhone(sql, patient.userId, NUMBER);
    const since: (Date | null)[] = [];
    const faults: Error[] = [new SmsUnavailable("away"), new SmsRefused("21211")];
    const sms = {
      kind: "local" as const,
      send: ({ triedSince }: { triedSince: Date | null }) => {
        since.push(triedSince);
        return Promise.reject(faults.shift());
      },
    };
    await plan("BOOKED", id);
    const deps = { ...box.deps, sms };
    await expect(deliverAll(patient.userId, deps)).rejects.toThrow(SmsUnavailable);
    await deliverAll(patient.userId, deps);
    expect(since).toEqual([null, expect.any(Date)]);
    const reasons = (await deliveries(patient.userId)).map(({ reason }) => reason);
    expect(reasons).toContain("refused_21211");
  });

  it("aren't sent of what is no longer true", async () => {
    const { id, patient, doctor } = await visit();
    await plan("BOOKED", id);
    await cancel(id);
    await deliverAll(patient.userId);
    await deliverAll(doctor.userId);
    expect(await deliveries(patient.userId)).toMatchObject([
      { status: "SKIPPED", reason: "not_true_any_more" },
    ]);
    expect(await box.mails()).toEqual([]);
    await plan("BOOKED", id);
    expect(await deliveries(doctor.userId)).toHaveLength(1);
  });

  it("of two moves before the first was told are one message, of where the visit is now", async () => {
    const { id, patient } = await visit();
    await change(id, "moved_by = 'PATIENT', moved_at = now(), moved_from = starts_at - interval '1 day'");
    await plan("RESCHEDULED", id);
    await plan("RESCHEDULED", id);
    await deliverAll(patient.userId);
    expect((await deliveries(patient.userId)).map(({ status }) => status).sort()).toEqual([
      "SENT",
      "SKIPPED",
    ]);
    expect(await box.mails()).toHaveLength(1);
  });

  it("of an unpaid hold go to its patient alone, and only when somebody else ended it", async () => {
    const [dropped, taken] = [await visit(), await visit()];
    for (const { id } of [dropped, taken])
      await sql.query("UPDATE consultations SET confirmed_at = NULL WHERE id = $1", [id]);
    await cancel(dropped.id);
    await change(taken.id, "status = 'CANCELLED', cancelled_by = 'DOCTOR'");
    for (const { id } of [dropped, taken]) await plan("CANCELLED", id);
    for (const { userId } of [dropped.patient, dropped.doctor, taken.doctor])
      expect([await inbox(userId), await deliveries(userId)]).toEqual([[], []]);
    await deliverAll(taken.patient.userId);
    expect(await deliveries(taken.patient.userId)).toMatchObject([{ channel: "EMAIL", status: "SENT" }]);
  });

  it("of a missed visit tell both sides who was reported, and the patient what comes back", async () => {
    const { id, doctor, patient } = await visit(-30, "en", "Tara Nair");
    await sql.query(
      `INSERT INTO payments (consultation_id, provider, provider_ref, amount_minor, refunded_minor, status, captured_at)
       VALUES ($1, 'local', 'missed', 50000, 50000, 'SUCCEEDED', now())`,
      [id],
    );
    const { eventId } = await plan("MISSED", id);
    expect(await deliveries(patient.userId)).toEqual([]);
    await change(id, "status = 'NO_SHOW', missed_by = 'DOCTOR', ended_at = now()");
    await plan("MISSED", id, eventId);
    for (const person of [patient, doctor]) {
      expect(await inbox(person.userId)).toEqual([{ kind: "MISSED", visit: id }]);
      await deliverAll(person.userId);
    }
    const mails = await box.mails();
    const toPatient = mails.find(({ to }) => to === patient.email)?.text;
    const toDoctor = mails.find(({ to }) => to === doctor.email)?.text;
    expect(toPatient).toContain("Your doctor did not come");
    expect(toPatient).toContain("For: Tara Nair");
    expect(toPatient).toContain("Refund: ₹500");
    expect(toDoctor).toContain("you were not there");
    expect(toDoctor).not.toMatch(/Tara|Refund/);
  });

  describe("of a visit that comes", () => {
    const reminders = async () =>
      (
        await sql.query<{ id: string; kind: string; told: string }>(
          `SELECT r.id, r.kind, o.kind AS told FROM visit_reminders r JOIN outbox_events o ON o.aggregate_id = r.id ORDER BY r.kind`,
        )
      ).rows;

    it("are made a day and an hour before it, once, whoever asks", async () => {
      const near = await visit(55);
      await visit(23 * 60);
      await visit(25 * 60);
      const counts = await Promise.all([remindOfVisits(box.deps.db), remindOfVisits(box.deps.db)]);
      // Nobody is reminded of the day before an hour before.
      expect(counts.reduce((sum, count) => sum + count)).toBe(2);
      expect(await remindOfVisits(box.deps.db)).toBe(0);
      const made = await reminders();
      expect(made.map(({ kind, told }) => [kind, told])).toEqual([
        ["REMINDER_DAY", "visit.reminder_day"],
        ["REMINDER_HOUR", "visit.reminder_hour"],
      ]);
      await plan("REMINDER_HOUR", made[1]?.id ?? "");
      await deliverAll(near.patient.userId);
      expect((await box.mails()).map(({ to }) => to)).toEqual([near.patient.email]);
      expect(await inbox(near.patient.userId)).toEqual([{ kind: "REMINDER_HOUR", visit: near.id }]);
    });

    it("are none for one that was confirmed when the time for it was past", async () => {
      const { id } = await visit(23 * 60);
      await sql.query("UPDATE consultations SET confirmed_at = now() WHERE id = $1", [id]);
      expect(await remindOfVisits(box.deps.db)).toBe(0);
    });

    it("say nothing after a cancellation, and are made anew for another time", async () => {
      const { id, patient, doctor } = await visit(23 * 60);
      await remindOfVisits(box.deps.db);
      const [first] = await reminders();
      await plan("REMINDER_DAY", first?.id ?? "");
      const later = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(22 * 60) });
      await change(
        id,
        "(slot_id, starts_at, ends_at) = (SELECT id, starts_at, ends_at FROM slots WHERE id = $2::uuid)",
        later.slotId,
      );
      await deliverAll(patient.userId);
      expect(await deliveries(patient.userId)).toMatchObject([
        { status: "SKIPPED", reason: "not_true_any_more" },
      ]);
      expect(await remindOfVisits(box.deps.db)).toBe(1);
      await cancel(id);
      for (const { id: reminder } of await reminders()) await plan("REMINDER_DAY", reminder);
      expect(await deliveries(patient.userId)).toHaveLength(1);
      expect(await box.mails()).toEqual([]);
    });
  });

  describe("of a visit that is over", () => {
    const over = async (hours: number) => {
      const made = await visit(-hours * 60 - 20);
      await change(made.id, "status = 'IN_PROGRESS', started_at = starts_at");
      await change(
        made.id,
        "status = 'COMPLETED', completed_at = now() - make_interval(hours => $2::int)",
        hours,
      );
      return made;
    };
    const asked = async () =>
      (
        await sql.query<{ id: string }>(
          "SELECT aggregate_id AS id FROM outbox_events WHERE kind = 'visit.how_was_it'",
        )
      ).rows;
    const rate = (consultationId: string) =>
      sql.query(
        `INSERT INTO ratings (consultation_id, doctor_id, patient_id, stars)
         SELECT id, doctor_id, patient_id, 5 FROM consultations WHERE id = $1`,
        [consultationId],
      );
    afterEach(() => sql.query("DELETE FROM ratings").then(() => undefined));

    it("ask once how it was, the day after, in the inbox alone, and further where that is wished", async () => {
      const { id, patient, doctor } = await over(21);
      await over(3);
      await over(40);
      await wish(patient.userId, "HOW_WAS_IT", "EMAIL", true);
      const counts = await Promise.all([remindOfVisits(box.deps.db), remindOfVisits(box.deps.db)]);
      expect(counts.reduce((sum, count) => sum + count)).toBe(1);
      expect(await remindOfVisits(box.deps.db)).toBe(0);
      const [event] = await asked();
      await plan("HOW_WAS_IT", event?.id ?? "");
      expect(await inbox(patient.userId)).toEqual([{ kind: "HOW_WAS_IT", visit: id }]);
      expect(await inbox(doctor.userId)).toEqual([]);
      await deliverAll(patient.userId);
      expect((await box.mails()).map(({ to }) => to)).toEqual([patient.email]);
    });

    it("ask nobody who has said something, before or after it was planned", async () => {
      const [quick, slow] = [await over(22), await over(23)];
      await rate(quick.id);
      await wish(slow.patient.userId, "HOW_WAS_IT", "EMAIL", true);
      expect(await remindOfVisits(box.deps.db)).toBe(1);
      const [event] = await asked();
      await plan("HOW_WAS_IT", event?.id ?? "");
      await rate(slow.id);
      await deliverAll(slow.patient.userId);
      expect(await deliveries(slow.patient.userId)).toMatchObject([
        { status: "SKIPPED", reason: "not_true_any_more" },
      ]);
      expect(await box.mails()).toEqual([]);
    });
  });

  it("of a delay tell the last word only", async () => {
    const { id, patient } = await visit(40);
    const late = async (minutes: number) => {
      const { rows } = await sql.query(
        `INSERT INTO visit_delays (consultation_id, minutes, starts_at) SELECT id, $2, starts_at FROM consultations
         WHERE id = $1 RETURNING id`,
        [id, minutes],
      );
      return rows[0].id as string;
    };
    const [first, last] = [await late(10), await late(25)];
    await plan("RUNNING_LATE", first);
    await plan("RUNNING_LATE", last);
    await deliverAll(patient.userId);
    expect((await box.mails()).map(({ subject }) => subject)).toEqual([
      "Your doctor is running about 25 minutes late",
    ]);
  });
});
