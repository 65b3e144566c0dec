import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { givePhone } from "@amrutam/testing/factories/phone";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { testKeys } from "@amrutam/testing/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { adminRouter } from "./router";

const NUMBER = "+919876543210";

describe("messages in the console", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext({ audience: "ADMIN" });
  });
  afterAll(() => world.close());
  const asSupport = async () => {
    const support = await makePerson(world.sql, { role: "SUPPORT" });
    return { support, api: await world.callerAs(adminRouter, support) };
  };
  const insert = async (text: string, values: unknown[]) =>
    (await world.sql.query<{ id: string }>(`${text} RETURNING id`, values)).rows[0]?.id ?? "";

  it("are listed by person and by visit, with reminders and delays of it, and say nothing of their text", async () => {
    const { sql } = world;
    const doctor = await makeDoctor(sql);
    const [ritu, mohan] = [await makePatient(sql, { fullName: "Ritu Sharma" }), await makePatient(sql)];
    const visit = async (patientId: string, inMin: number) => {
      const { slotId } = await makeSlot(sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(inMin) });
      return makeConsultation(sql, { slotId, patientId });
    };
    const [hers, his] = [await visit(ritu.userId, 60), await visit(mohan.userId, 120)];
    const message = (userId: string, kind: string, subject: string, more = "QUEUED") =>
      insert(
        `INSERT INTO deliveries (event_id, user_id, channel, kind, audience, subject_id, due_at, status, reason, settled_at, created_at)
         VALUES (uuidv7(), $1, 'EMAIL', $2, 'PATIENT', $3, now(), $4::"DeliveryStatus", CASE WHEN $4 = 'SKIPPED' THEN 'no_number' END,
           CASE WHEN $4 <> 'QUEUED' THEN now() END, clock_timestamp())`,
        [userId, kind, subject, more],
      );
    const reminder = await insert(
      "INSERT INTO visit_reminders (consultation_id, kind, starts_at) SELECT id, 'REMINDER_DAY', starts_at FROM consultations WHERE id = $1",
      [hers],
    );
    const delay = await insert(
      "INSERT INTO visit_delays (consultation_id, minutes, starts_at) SELECT id, 15, starts_at FROM consultations WHERE id = $1",
      [hers],
    );
    const booked = await message(ritu.userId, "BOOKED", hers, "SENT");
    const reminded = await message(ritu.userId, "REMINDER_DAY", reminder, "SKIPPED");
    const late = await message(ritu.userId, "RUNNING_LATE", delay);
    const toHim = await message(mohan.userId, "BOOKED", his, "SENT");

    const { support, api } = await asSupport();
    const idsBy = async (input: Parameters<typeof api.deliveries>[0]) =>
      (await api.deliveries(input)).items.map(({ id }) => id);
    expect(await idsBy({})).toEqual([toHim, late, reminded, booked]);
    expect(await idsBy({ userId: mohan.userId })).toEqual([toHim]);
    expect(await idsBy({ consultationId: hers })).toEqual([late, reminded, booked]);
    expect(await idsBy({ consultationId: hers, state: "SKIPPED" })).toEqual([reminded]);
    const page = await api.deliveries({ limit: 1 });
    expect(await idsBy({ limit: 2, cursor: page.nextCursor ?? "" })).toEqual([late, reminded]);
    expect((await api.deliveries({ state: "SKIPPED" })).items).toMatchObject([
      { person: { fullName: "Ritu Sharma" }, reason: "no_number", visit: { id: hers }, channel: "EMAIL" },
    ]);
    const { rows } = await sql.query(
      "SELECT patient_id AS patient FROM audit_events WHERE action = 'delivery.list' AND actor_id = $1 AND patient_id IS NOT NULL ORDER BY id LIMIT 2",
      [support.userId],
    );
    expect(rows).toEqual([{ patient: mohan.userId }, { patient: ritu.userId }]);
  });

  it("and people by a number, which is opened nowhere; each search is noted", async () => {
    const { sql } = world;
    const [ritu, mohan] = [await makePatient(sql), await makePatient(sql)];
    for (const { userId } of [ritu, mohan]) {
      await givePhone(sql, userId, NUMBER);
      await sql.query("UPDATE users SET phone_index = $2 WHERE id = $1", [
        userId,
        testKeys.blindIndex(NUMBER),
      ]);
    }
    const { support, api } = await asSupport();
    const found = await api.findByPhone({ phone: "+91 (0) 98765-43210" });
    expect(found.items.map(({ id }) => id).toSorted()).toEqual([ritu.userId, mohan.userId].toSorted());
    expect(JSON.stringify(found)).not.toContain("98765");
    expect((await api.findByPhone({ phone: "+919876543211" })).items).toEqual([]);
    expect(await codeOf(api.findByPhone({ phone: "98765 43210" }))).toBe("input.invalid");
    const { rowCount } = await sql.query(
      "SELECT FROM audit_events WHERE action = 'user.find_by_phone' AND actor_id = $1",
      [support.userId],
    );
    expect(rowCount).toBe(2);
  });
});
