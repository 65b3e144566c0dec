import { readOfferToken } from "@amrutam/auth/waitlist-links";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, type Person } from "@amrutam/testing/factories/person";
import { givePhone } from "@amrutam/testing/factories/phone";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceWaitlist } from "../housekeeping/advance-waitlist";
import { deliverNotice } from "../notices/deliver-notice";
import { planNotices } from "../notices/plan-notices";
import { LINK_SECRET, testDeps } from "../testing-deps";

const NUMBER = "+919876543210";

describe("an offer of the waiting list", () => {
  let database: TestDatabase;
  let sql: pg.Pool;
  let queue: WorkerUtils;
  let box: Awaited<ReturnType<typeof testDeps>>;
  beforeAll(async () => {
    database = await testDatabase();
    sql = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
    queue = await makeWorkerUtils({ connectionString: database.workerUrl });
    await queue.migrate();
    box = await testDeps(database.workerUrl);
  });
  afterAll(async () => {
    await box.close();
    await queue.release();
    await sql.end();
    await database.drop();
  });

  /** Somebody waits, a time comes free and is offered. */
  const offered = async (patient: Person, dependantId: string | null = null) => {
    const { doctorId } = await makeDoctor(sql, { fullName: "Dr. Meera Iyer" });
    await sql.query(
      `INSERT INTO waitlist_entries (patient_id, dependant_id, doctor_id, from_at, to_at, mode, reason_sealed)
       VALUES ($1, $2, $3, now(), now() + interval '5 days', 'AUDIO', '\\x00')`,
      [patient.userId, dependantId, doctorId],
    );
    const { slotId } = await makeSlot(sql, { doctorId, startsAt: minutesAhead(600) });
    expect(await advanceWaitlist(box.deps.db)).toBe(1);
    const { rows } = await sql.query<{ eventId: string; aggregateId: string }>(
      `SELECT e.id AS "eventId", e.aggregate_id AS "aggregateId" FROM outbox_events e JOIN waitlist_offers o ON o.id = e.aggregate_id
       WHERE e.kind = 'waitlist.offered' AND o.slot_id = $1`,
      [slotId],
    );
    const [told] = rows;
    if (!told) throw new Error("the offer was told to nobody");
    return { ...told, kind: "waitlist.offered" };
  };
  const deliverAll = async ({ userId }: Person) => {
    const { rows } = await sql.query<{ id: string; channel: string }>(
      "SELECT id, channel FROM deliveries WHERE user_id = $1 ORDER BY channel",
      [userId],
    );
    for (const { id } of rows) await deliverNotice(box.deps, { deliveryId: id });
    return rows.map(({ channel }) => channel);
  };
  const tokenIn = (text: string | undefined) =>
    /\/waitlist-offer#token=([\w.-]+)/.exec(text ?? "")?.[1] ?? "";
  const mailsTo = async ({ email }: Person) => (await box.mails()).filter(({ to }) => to === email);

  it("is mailed once with its signed link and shown in the inbox, however often the event comes", async () => {
    const patient = await makePatient(sql, { locale: "hi" });
    const event = await offered(patient);
    await planNotices(box.deps, event);
    await planNotices(box.deps, event);
    expect(await deliverAll(patient)).toEqual(["EMAIL"]);
    await deliverAll(patient);
    const [mail, ...more] = await mailsTo(patient);
    expect(more).toEqual([]);
    expect(readOfferToken(LINK_SECRET, tokenIn(mail?.text))).toBe(event.aggregateId);
    const inbox = await sql.query(
      "SELECT kind, subject_id AS id, consultation_id AS visit FROM notifications WHERE user_id = $1",
      [patient.userId],
    );
    expect(inbox.rows).toEqual([{ kind: "WAITLIST_OFFER", id: event.aggregateId, visit: null }]);
  });

  it("goes by SMS and WhatsApp to who asked for it, at night too, and says for whom, with whom and until when", async () => {
    const patient = await makePatient(sql);
    await givePhone(sql, patient.userId, NUMBER);
    await sql.query(
      `INSERT INTO notice_preferences (user_id, kind, channel, is_on)
       SELECT $1, 'WAITLIST_OFFER', channel, true FROM unnest(ARRAY['SMS', 'WHATSAPP']::"NoticeChannel"[]) AS channel`,
      [patient.userId],
    );
    await sql.query("INSERT INTO quiet_hours VALUES ($1, 0, 1439)", [patient.userId]);
    const event = await offered(patient, await makeDependant(sql, { patientId: patient.userId }));
    await planNotices(box.deps, event);
    const due = await sql.query(
      "SELECT bool_and(due_at <= now()) AS now FROM deliveries WHERE user_id = $1",
      [patient.userId],
    );
    expect(due.rows).toEqual([{ now: true }]);
    expect(await deliverAll(patient)).toEqual(["EMAIL", "SMS", "WHATSAPP"]);
    const shorts = await box.shorts();
    expect(shorts.map(({ channel, to }) => [channel, to]).toSorted()).toEqual([
      ["SMS", NUMBER],
      ["WHATSAPP", NUMBER],
    ]);
    for (const { text } of shorts) {
      expect(text).toMatch(
        /For Tara Nair: A time .* with Dr\. Meera Iyer: .* IST\. It is held for you until /,
      );
      expect(readOfferToken(LINK_SECRET, tokenIn(text))).toBe(event.aggregateId);
    }
    expect((await mailsTo(patient))[0]?.text).toContain("For: Tara Nair");
  });

  it("isn't told of any more when it is over", async () => {
    const patient = await makePatient(sql);
    const event = await offered(patient);
    await planNotices(box.deps, event);
    await sql.query("UPDATE waitlist_offers SET expires_at = now() - interval '1 second' WHERE id = $1", [
      event.aggregateId,
    ]);
    await deliverAll(patient);
    const later = { ...event, eventId: crypto.randomUUID() };
    await planNotices(box.deps, later);
    expect(await mailsTo(patient)).toEqual([]);
    const { rows } = await sql.query("SELECT reason FROM deliveries WHERE user_id = $1", [patient.userId]);
    expect(rows).toEqual([{ reason: "not_true_any_more" }]);
  });
});
