import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { availabilityRouter } from "./router";

const base = minutesAhead(0).getTime();
const ahead = (minutes: number) => new Date(base + minutes * 60_000);
let key = 0;
const wanted = (minutes: number, wishes: object = {}) => ({
  idempotencyKey: `create-${++key}`,
  startsAt: ahead(minutes).toISOString(),
  lengthMin: 20,
  modes: ["VIDEO"] as "VIDEO"[],
  ...wishes,
});

describe("own slots", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let doctor: Doctor;
  let caller: Awaited<ReturnType<typeof callerOf>>;
  const callerOf = (person: Doctor) => api.callerAs(availabilityRouter, person);
  const slotAt = (minutes: number, wishes: object = {}) =>
    makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt: ahead(minutes), ...wishes });
  const actionsOn = async (id: string) =>
    (await api.sql.query("SELECT action FROM audit_events WHERE entity_id = $1 ORDER BY id", [id])).rows.map(
      ({ action }) => action,
    );
  const statusOf = async (id: string) =>
    (await api.sql.query("SELECT status FROM slots WHERE id = $1", [id])).rows[0]?.status;

  beforeAll(async () => {
    api = await testContext();
  });
  beforeEach(async () => {
    doctor = await makeDoctor(api.sql);
    caller = await callerOf(doctor);
  });
  afterAll(() => api.close());

  it("are created by hand, once per key, and audited", async () => {
    const input = wanted(60);
    const made = await caller.create(input);
    expect(made).toMatchObject({
      startsAt: input.startsAt,
      endsAt: ahead(80).toISOString(),
      origin: "MANUAL",
      status: "OPEN",
    });
    expect(await caller.create(input)).toEqual(made);
    expect(await codeOf(caller.create({ ...input, lengthMin: 30 }))).toBe("idempotency.key_reused");
    expect(await actionsOn(made.id)).toEqual(["availability.create_slot"]);
    const { items } = await caller.list({ from: ahead(0).toISOString(), to: ahead(100).toISOString() });
    expect(items).toEqual([made]);
  });

  it("never overlap, however many tabs try", async () => {
    const codes = await Promise.all(
      [60, 65, 70, 75, 79].map((minutes) => codeOf(caller.create(wanted(minutes)))),
    );
    expect(codes.toSorted()).toEqual([...Array(4).fill("availability.overlap"), "ok"]);
    const { rows } = await api.sql.query("SELECT starts_at FROM slots WHERE doctor_id = $1", [
      doctor.doctorId,
    ]);
    const start = rows[0].starts_at.getTime() - base;
    expect(await codeOf(caller.create(wanted(start / 60_000 + 20)))).toBe("ok");
  });

  it.each([
    ["in the past", { startsAt: ahead(-10).toISOString() }, "availability.slot_past"],
    ["years ahead", { startsAt: ahead(600_000).toISOString() }, "availability.window_invalid"],
    [
      "at a broken minute",
      { startsAt: new Date(base + 3_600_500).toISOString() },
      "availability.window_invalid",
    ],
    ["in the year 275760", { startsAt: "+275760-09-13T00:00:00.000Z" }, "input.invalid"],
    ["of no length", { lengthMin: 0 }, "input.invalid"],
    ["of negative length", { lengthMin: -20 }, "input.invalid"],
    ["without a mode", { modes: [] }, "input.invalid"],
  ])("are refused %s", async (_what, wishes, code) => {
    expect(await codeOf(caller.create(wanted(60, wishes)))).toBe(code);
    const { rowCount } = await api.sql.query("SELECT FROM slots WHERE doctor_id = $1", [doctor.doctorId]);
    expect(rowCount).toBe(0);
  });

  it("are listed with who is in them; withdrawn slots and cancelled visits are not", async () => {
    const [free, held, booked] = [await slotAt(60), await slotAt(100), await slotAt(140)];
    await slotAt(180, { status: "REMOVED" });
    const [meera, arjun] = [
      await makePatient(api.sql),
      await makePatient(api.sql, { fullName: "Arjun Das" }),
    ];
    await makeConsultation(api.sql, { slotId: free.slotId, patientId: meera.userId, status: "CANCELLED" });
    await makeConsultation(api.sql, { slotId: held.slotId, patientId: meera.userId, status: "REQUESTED" });
    await makeConsultation(api.sql, { slotId: booked.slotId, patientId: arjun.userId, mode: "CHAT" });
    const { items, timezone } = await caller.list({
      from: ahead(60).toISOString(),
      to: ahead(1440).toISOString(),
    });
    expect(timezone).toBe("Asia/Kolkata");
    expect(items).toMatchObject([
      { id: free.slotId, taken: 0, consultations: [] },
      { id: held.slotId, taken: 1, consultations: [{ patientName: "Meera Nair", status: "REQUESTED" }] },
      {
        id: booked.slotId,
        taken: 1,
        consultations: [{ patientName: "Arjun Das", mode: "CHAT", holdExpiresAt: null }],
      },
    ]);
    expect(items[1]?.consultations[0]?.holdExpiresAt).not.toBeNull();
    const tooLong = { from: ahead(0).toISOString(), to: ahead(32 * 1440).toISOString() };
    expect(await codeOf(caller.list(tooLong))).toBe("input.invalid");
  });

  it("are blocked and opened again; doing so twice says so once", async () => {
    const { slotId: id } = await slotAt(60);
    expect((await caller.block({ id, status: "BLOCKED" })).status).toBe("BLOCKED");
    await caller.block({ id, status: "BLOCKED" });
    expect((await caller.block({ id, status: "OPEN" })).status).toBe("OPEN");
    expect(await actionsOn(id)).toEqual(["availability.block_slot", "availability.open_slot"]);
  });

  it("are deleted when nobody ever booked them, and kept for the record otherwise", async () => {
    const [fresh, used] = [await slotAt(60), await slotAt(100)];
    const patient = await makePatient(api.sql);
    await makeConsultation(api.sql, { slotId: used.slotId, patientId: patient.userId, status: "CANCELLED" });
    expect(await caller.remove({ id: fresh.slotId })).toEqual({ done: true });
    expect(await caller.remove({ id: used.slotId })).toEqual({ done: true });
    expect([await statusOf(fresh.slotId), await statusOf(used.slotId)]).toEqual([undefined, "REMOVED"]);
    expect(await codeOf(caller.remove({ id: used.slotId }))).toBe("not_found");
    expect(await codeOf(caller.block({ id: used.slotId, status: "OPEN" }))).toBe("not_found");
    expect(await codeOf(caller.create(wanted(100)))).toBe("ok");
  });

  it("stay as they are once booked or begun; a hold that ran out is no booking", async () => {
    const [booked, past, stale] = [await slotAt(60), await slotAt(-30), await slotAt(100)];
    const patient = await makePatient(api.sql);
    await makeConsultation(api.sql, { slotId: booked.slotId, patientId: patient.userId });
    const visit = await makeConsultation(api.sql, {
      slotId: stale.slotId,
      patientId: patient.userId,
      status: "REQUESTED",
    });
    await api.sql.query(
      "UPDATE consultations SET hold_expires_at = now() - interval '1 second' WHERE id = $1",
      [visit],
    );
    for (const call of [
      caller.remove,
      (input: { id: string }) => caller.block({ ...input, status: "BLOCKED" }),
    ]) {
      expect(await codeOf(call({ id: booked.slotId }))).toBe("availability.slot_booked");
      expect(await codeOf(call({ id: past.slotId }))).toBe("availability.slot_past");
    }
    expect(await codeOf(caller.block({ id: stale.slotId, status: "BLOCKED" }))).toBe("ok");
    const { rows } = await api.sql.query("SELECT status FROM consultations WHERE id = $1", [visit]);
    expect(rows).toEqual([{ status: "EXPIRED" }]);
    expect(await actionsOn(visit)).toContain("consultation.expire");
  });

  it("of another doctor are not there", async () => {
    const { slotId: id } = await slotAt(60);
    const other = await callerOf(await makeDoctor(api.sql));
    expect(await codeOf(other.remove({ id }))).toBe("not_found");
    expect(await codeOf(other.block({ id, status: "BLOCKED" }))).toBe("not_found");
    expect((await other.list({ from: ahead(0).toISOString(), to: ahead(1440).toISOString() })).items).toEqual(
      [],
    );
    expect([await statusOf(id), await actionsOn(id)]).toEqual(["OPEN", []]);
  });
});
