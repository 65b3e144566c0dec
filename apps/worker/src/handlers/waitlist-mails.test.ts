import { readOfferToken } from "@amrutam/auth/waitlist-links";
import { type TestDatabase, testDatabase } from "@amrutam/testing/database";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceWaitlist } from "../housekeeping/advance-waitlist";
import { LINK_SECRET, testDeps } from "../testing-deps";
import { mailWaitlistOffer } from "./waitlist-mails";

describe("an offer of the waiting list", () => {
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

  it("is mailed once with its signed link, shown in the inbox, and not told of when it is over", async () => {
    const { doctorId } = await makeDoctor(sql);
    const patient = await makePatient(sql, { locale: "hi" });
    await sql.query(
      `INSERT INTO waitlist_entries (patient_id, doctor_id, from_at, to_at, mode, reason_sealed)
       VALUES ($1, $2, now(), now() + interval '5 days', 'AUDIO', '\\x00')`,
      [patient.userId, doctorId],
    );
    await makeSlot(sql, { doctorId, startsAt: minutesAhead(600) });
    expect(await advanceWaitlist(box.deps.db)).toBe(1);
    const { rows } = await sql.query<{ eventId: string; aggregateId: string }>(
      `SELECT id AS "eventId", aggregate_id AS "aggregateId" FROM outbox_events WHERE kind = 'waitlist.offered'`,
    );
    const [told] = rows;
    if (!told) throw new Error("the offer was told to nobody");
    const event = { ...told, kind: "waitlist.offered" };
    await mailWaitlistOffer(box.deps, event);
    await mailWaitlistOffer(box.deps, event);
    const mails = await box.mails();
    expect(mails.map(({ to }) => to)).toEqual([patient.email]);
    const token = /\/waitlist-offer#token=([\w.-]+)/.exec(mails[0]?.text ?? "")?.[1] ?? "";
    expect(readOfferToken(LINK_SECRET, token)).toBe(told.aggregateId);
    const inbox = await sql.query("SELECT kind, subject_id AS id FROM notifications");
    expect(inbox.rows).toEqual([{ kind: "WAITLIST_OFFER", id: told.aggregateId }]);

    await sql.query("UPDATE waitlist_offers SET expires_at = now() - interval '1 second'");
    expect(await advanceWaitlist(box.deps.db)).toBe(1);
    const later = { ...event, eventId: crypto.randomUUID() };
    await mailWaitlistOffer(box.deps, later);
    expect(await box.mails()).toHaveLength(1);
  });
});
