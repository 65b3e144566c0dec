import { randomUUID } from "node:crypto";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { availabilityRouter } from "./router";

const DAY_MS = 86_400_000;
/** 04:30 UTC, 10:00 in Kolkata, on the n-th day of the week that begins after the next Monday. */
const at = (day: number, minutes = 0) => {
  const today = new Date();
  const toMonday = ((8 - today.getUTCDay()) % 7 || 7) + day;
  const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return new Date(midnight + toMonday * DAY_MS + (270 + minutes) * 60_000);
};
const dateOf = (day: number) => at(day).toISOString().slice(0, 10);

describe("acts on many slots", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let doctor: Doctor;
  let caller: Awaited<ReturnType<typeof callerOf>>;
  const callerOf = (person: Doctor) => api.callerAs(availabilityRouter, person);
  const slotAt = async (startsAt: Date, wishes: object = {}) =>
    (await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt, origin: "GENERATED", ...wishes })).slotId;
  const book = async (slotId: string, status: "CONFIRMED" | "CANCELLED" = "CONFIRMED") =>
    makeConsultation(api.sql, { slotId, patientId: (await makePatient(api.sql)).userId, status });
  const week = async (first: number) =>
    (
      await api.sql.query(
        "SELECT id, starts_at, status, origin, taken FROM slots WHERE doctor_id = $1 AND status <> 'REMOVED' AND starts_at >= $2 AND starts_at < $3 ORDER BY starts_at",
        [doctor.doctorId, at(first, -270), at(first + 7, -270)],
      )
    ).rows.map((row) => ({ ...row, day: (row.starts_at.getTime() - at(first).getTime()) / DAY_MS }));

  beforeAll(async () => {
    api = await testContext();
  });
  beforeEach(async () => {
    doctor = await makeDoctor(api.sql);
    caller = await callerOf(doctor);
    await api.sql.query("UPDATE doctors SET generated_until = current_date + 40 WHERE id = $1", [
      doctor.doctorId,
    ]);
  });
  afterAll(() => api.close());

  it("block what is free in a period, leave what is booked, and open it again", async () => {
    const [free, booked, later] = [await slotAt(at(0)), await slotAt(at(0, 30)), await slotAt(at(1))];
    await book(booked);
    const period = { from: at(0).toISOString(), to: at(1).toISOString() };
    expect(await caller.blockMany(period)).toEqual({ changed: 1, keptBooked: 1 });
    expect(await caller.blockMany(period)).toEqual({ changed: 0, keptBooked: 1 });
    const blocked = (await week(0)).filter(({ status }) => status === "BLOCKED");
    expect(blocked.map(({ id }) => id)).toEqual([free]);
    expect((await week(0)).find(({ id }) => id === later)?.status).toBe("OPEN");
    expect(await caller.blockMany({ ...period, status: "OPEN" })).toMatchObject({ changed: 1 });
    expect(await codeOf(caller.blockMany({ from: period.to, to: period.from }))).toBe("input.invalid");
    const { rows } = await api.sql.query("SELECT action FROM audit_events WHERE entity_id = $1 ORDER BY id", [
      doctor.doctorId,
    ]);
    expect(rows.map(({ action }) => action)).toEqual(["availability.block_many", "availability.open_many"]);
  });

  it("copy a week: its free times and blocks, over nothing that is booked, the same when done twice", async () => {
    await slotAt(at(0));
    await slotAt(at(1), { status: "BLOCKED" });
    await book(await slotAt(at(2)));
    await slotAt(at(3));
    const [gone, kept] = [await slotAt(at(8, 300)), await slotAt(at(10, 10))];
    await book(kept);
    const copied = await caller.copyWeek({ fromWeek: dateOf(3), toWeek: dateOf(13) });
    expect(copied).toEqual({ added: 3, removed: 1, skipped: 1, keptBooked: 1 });
    const target = await week(7);
    expect(target.map(({ day, status, taken }) => [day, status, taken])).toEqual([
      [0, "OPEN", 0],
      [1, "BLOCKED", 0],
      [2, "OPEN", 0],
      [3 + 10 / 1440, "OPEN", 1],
    ]);
    expect(target.some(({ id }) => id === gone)).toBe(false);
    const again = await caller.copyWeek({ fromWeek: dateOf(0), toWeek: dateOf(7) });
    expect(again).toEqual({ added: 0, removed: 0, skipped: 1, keptBooked: 1 });
    expect((await week(7)).map(({ id }) => id)).toEqual(target.map(({ id }) => id));
  });

  it("copy nothing onto a day off", async () => {
    await slotAt(at(0));
    await slotAt(at(1));
    await caller.dayOff({ date: dateOf(7), reason: "", cancels: [], idempotencyKey: randomUUID() });
    const copied = await caller.copyWeek({ fromWeek: dateOf(0), toWeek: dateOf(7) });
    expect(copied).toEqual({ added: 1, removed: 0, skipped: 1, keptBooked: 0 });
    expect((await week(7)).map(({ day }) => day)).toEqual([1]);
  });

  it.each([
    ["onto itself", 0, 6, "input.invalid"],
    ["into the past", 0, -14, "availability.slot_past"],
    ["beyond the horizon", 0, 63, "availability.window_invalid"],
  ])("refuse a copy %s", async (_, from, to, code) => {
    const id = await slotAt(at(0));
    expect(await codeOf(caller.copyWeek({ fromWeek: dateOf(from), toWeek: dateOf(to) }))).toBe(code);
    expect((await week(0)).map((slot) => slot.id)).toEqual([id]);
  });

  it("move a free slot, which is another one then: nobody books the old time and gets the new", async () => {
    const [plain, used, booked] = [await slotAt(at(0)), await slotAt(at(1)), await slotAt(at(2))];
    const visit = await book(used, "CANCELLED");
    await book(booked);
    const moved = await caller.move({ slotId: plain, startsAt: at(0, 60).toISOString(), lengthMin: 40 });
    expect(moved).toMatchObject({ origin: "MANUAL", endsAt: at(0, 100).toISOString() });
    const patient = await api.callerAs(consultationRouter, await makePatient(api.sql));
    const booking = {
      slotId: plain,
      mode: "VIDEO" as const,
      reason: "a cough",
      idempotencyKey: randomUUID(),
    };
    expect(await codeOf(patient.book(booking))).toBe("not_found");
    const anew = await caller.move({ slotId: used, startsAt: at(1, 60).toISOString() });
    expect(anew.id).not.toBe(used);
    const { rows } = await api.sql.query("SELECT starts_at FROM consultations WHERE id = $1", [visit]);
    expect(rows).toEqual([{ starts_at: at(1) }]);
    const to = (minutes: number) => ({ startsAt: at(2, minutes).toISOString() });
    expect(await codeOf(caller.move({ slotId: booked, ...to(60) }))).toBe("availability.slot_booked");
    expect(await codeOf(caller.move({ slotId: moved.id, ...to(10) }))).toBe("availability.overlap");
    expect(await codeOf(caller.move({ slotId: moved.id, startsAt: "2020-01-01T00:00:00Z" }))).toBe(
      "availability.slot_past",
    );
    const stranger = await callerOf(await makeDoctor(api.sql));
    expect(await codeOf(stranger.move({ slotId: moved.id, ...to(60) }))).toBe("not_found");
    expect((await week(0)).find(({ id }) => id === moved.id)?.starts_at).toEqual(at(0, 60));
  });
});
