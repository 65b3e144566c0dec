import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDependant } from "@amrutam/testing/factories/dependant";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { assertInvariants } from "@amrutam/testing/invariants";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { webRouter } from "../../web-router";

describe("notifications", () => {
  let world: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    world = await testContext();
  });
  afterAll(async () => {
    await assertInvariants(world.database.superuserUrl);
    await world.close();
  });

  let minutes = 30;
  const visit = async (doctor?: Awaited<ReturnType<typeof makeDoctor>>) => {
    const own = doctor ?? (await makeDoctor(world.sql, { fullName: "Dr. Meera Iyer" }));
    const patient = await makePatient(world.sql);
    minutes += 30;
    const slot = await makeSlot(world.sql, { doctorId: own.doctorId, startsAt: minutesAhead(minutes) });
    const id = await makeConsultation(world.sql, { slotId: slot.slotId, patientId: patient.userId });
    return { id, doctor: own, patient };
  };
  const note = async (userId: string, consultationId: string, kind = "BOOKED") =>
    (
      await world.sql.query<{ id: string }>(
        `INSERT INTO notifications (user_id, event_id, kind, subject_id, consultation_id)
         VALUES ($1, uuidv7(), $2, $3, $3) RETURNING id`,
        [userId, kind, consultationId],
      )
    ).rows[0]?.id ?? "";

  it("are listed newest first with the visit as it stands, page by page, and name nobody to the doctor", async () => {
    const { id, doctor, patient } = await visit();
    const first = await note(patient.userId, id);
    const second = await note(patient.userId, id, "REMINDER_DAY");
    await note(doctor.userId, id);
    const api = await world.callerAs(webRouter, patient);
    const page = await api.notification.list({ limit: 1 });
    expect(page.items).toMatchObject([
      { id: second, kind: "REMINDER_DAY", isRead: false, visit: { id, doctorName: doctor.fullName } },
    ]);
    const rest = await api.notification.list({ limit: 1, cursor: page.nextCursor ?? "" });
    expect(rest.items.map((item) => item.id)).toEqual([first]);
    expect(rest.nextCursor).toBeNull();
    const theirs = await (await world.callerAs(webRouter, doctor)).notification.list({});
    expect(theirs.items).toMatchObject([{ kind: "BOOKED", visit: { id, doctorName: null } }]);
    expect(JSON.stringify(theirs)).not.toContain(patient.fullName);
    expect(await codeOf(api.notification.list({ cursor: "nonsense" }))).toBe("input.invalid");
  });

  it("tell who booked whom a missed visit was for and who was not there; the doctor reads no name", async () => {
    const doctor = await makeDoctor(world.sql);
    const patient = await makePatient(world.sql);
    const dependantId = await makeDependant(world.sql, { patientId: patient.userId });
    const { slotId } = await makeSlot(world.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(-60) });
    const visit = { slotId, patientId: patient.userId, dependantId, status: "NO_SHOW" } as const;
    const id = await makeConsultation(world.sql, visit);
    for (const { userId } of [patient, doctor]) await note(userId, id, "MISSED");
    const inboxOf = async (person: typeof patient) =>
      (await (await world.callerAs(webRouter, person)).notification.list({})).items;
    expect(await inboxOf(patient)).toMatchObject([
      { kind: "MISSED", visit: { id, dependantName: "Tara Nair", missedBy: "PATIENT" } },
    ]);
    expect(await inboxOf(doctor)).toMatchObject([
      { kind: "MISSED", visit: { id, dependantName: null, missedBy: "PATIENT" } },
    ]);
  });

  it("are marked as read by their owner alone, one by one or all", async () => {
    const { id, doctor, patient } = await visit();
    const [one] = [
      await note(patient.userId, id),
      await note(patient.userId, id),
      await note(patient.userId, id),
    ];
    const api = await world.callerAs(webRouter, patient);
    const stranger = await world.callerAs(webRouter, doctor);
    expect(await stranger.notification.markRead({ ids: [one ?? ""] })).toEqual({ changed: 0 });
    expect(await api.notification.unread({})).toEqual({ count: 3 });
    expect(await api.notification.markRead({ ids: [one ?? "", one ?? ""] })).toEqual({ changed: 1 });
    expect(await api.notification.unread({})).toEqual({ count: 2 });
    expect(await api.notification.markRead({})).toEqual({ changed: 2 });
    expect(await api.notification.markRead({})).toEqual({ changed: 0 });
  });

  it("are told of to their owner once for each statement", async () => {
    const { id, patient } = await visit();
    const ear = new pg.Client({ connectionString: world.database.superuserUrl });
    await ear.connect();
    const heard: { type: string; userId: string }[] = [];
    ear.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "{}")));
    await ear.query("LISTEN amrutam_events");
    await note(patient.userId, id);
    await note(patient.userId, id);
    const api = await world.callerAs(webRouter, patient);
    await api.notification.markRead({});
    const told = () =>
      heard.filter(({ type, userId }) => type === "notification.changed" && userId === patient.userId).length;
    await expect.poll(told).toBe(3);
    await ear.end();
  });

  it("come where one wants them; what is fixed stays, whatever was asked", async () => {
    const patient = await makePatient(world.sql);
    const api = await world.callerAs(webRouter, patient);
    await api.notification.setSettings({
      quietHours: { fromMin: 1320, toMin: 420 },
      wishes: [
        { kind: "BOOKED", channel: "EMAIL", isOn: false },
        { kind: "REMINDER_DAY", channel: "SMS", isOn: true },
      ],
    });
    await api.notification.setSettings({ wishes: [{ kind: "REMINDER_DAY", channel: "EMAIL", isOn: false }] });
    const settings = await api.notification.settings({});
    expect(settings).toMatchObject({
      timezone: "Asia/Kolkata",
      hasPhone: false,
      quietHours: { fromMin: 1320, toMin: 420 },
    });
    const on = Object.fromEntries(
      settings.kinds.map(({ kind, channels }) => [
        kind,
        channels.filter(({ isOn }) => isOn).map(({ channel }) => channel),
      ]),
    );
    expect(on.BOOKED).toEqual(["IN_APP", "EMAIL"]);
    expect(on.REMINDER_DAY).toEqual(["IN_APP", "SMS"]);
    await api.notification.setSettings({ quietHours: null });
    expect((await api.notification.settings({})).quietHours).toBeNull();
    for (const quietHours of [
      { fromMin: 60, toMin: 60 },
      { fromMin: -1, toMin: 60 },
      { fromMin: 0, toMin: 1440 },
    ])
      expect(await codeOf(api.notification.setSettings({ quietHours }))).toBe("input.invalid");
  });

  it("of a delay go to everybody whose visit is ahead today, once however often it is pressed", async () => {
    // Noon for the doctor, so that both visits are today.
    const { rows: zones } = await world.sql.query<{ name: string }>(
      `SELECT name FROM pg_timezone_names WHERE name LIKE 'Etc/GMT%' ORDER BY abs(extract(hour FROM now() AT TIME ZONE name) - 10) LIMIT 1`,
    );
    const doctor = await makeDoctor(world.sql);
    await world.sql.query("UPDATE doctors SET timezone = $2 WHERE id = $1", [
      doctor.doctorId,
      zones[0]?.name,
    ]);
    minutes = 30;
    const [today, cancelled] = [await visit(doctor), await visit(doctor)];
    minutes = 40 * 60;
    await visit(doctor);
    const other = await visit();
    await (await world.callerAs(webRouter, cancelled.patient)).consultation.cancel({ id: cancelled.id });
    const api = await world.callerAs(webRouter, doctor);
    const input = { idempotencyKey: randomUUID(), minutes: 20 };
    expect(await api.consultation.runningLate(input)).toEqual({ told: 1 });
    expect(await api.consultation.runningLate(input)).toEqual({ told: 1 });
    expect(await codeOf(api.consultation.runningLate({ ...input, minutes: 30 }))).toBe(
      "idempotency.key_reused",
    );
    const { rows } = await world.sql.query(
      `SELECT v.consultation_id AS id, v.minutes FROM visit_delays v JOIN outbox_events o ON o.aggregate_id = v.id
       WHERE o.kind = 'visit.running_late'`,
    );
    expect(rows).toEqual([{ id: today.id, minutes: 20 }]);
    expect(other.id).not.toBe(today.id);
    for (const wrong of [0, 4, 121, 12.5])
      expect(
        await codeOf(api.consultation.runningLate({ idempotencyKey: randomUUID(), minutes: wrong })),
      ).toBe("input.invalid");
  });
});
