import type { setHoursInput } from "@amrutam/domain/availability/schema";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient, makePerson } from "@amrutam/testing/factories/person";
import { makeSlot } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { codeOf, testContext } from "../../testing-context";
import { availabilityRouter } from "./router";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
type Wanted = z.input<typeof setHoursInput>;
type Window = Wanted["windows"][number];
const daily = (startMin: number, endMin: number, modes: Window["modes"] = ["VIDEO"]): Window[] =>
  EVERY_DAY.map((weekday) => ({ weekday, startMin, endMin, modes, capacity: 1 }));
const hoursOf = (wishes: Partial<Wanted> = {}): Wanted => ({
  timezone: "Asia/Kolkata",
  visitLengthMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  minNoticeMin: 0,
  horizonDays: 10,
  dailyCap: null,
  holidayRegion: null,
  windows: daily(600, 720),
  exceptions: [],
  ...wishes,
});

describe("availability hours", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let doctor: Doctor;
  let caller: Awaited<ReturnType<typeof callerOf>>;
  const callerOf = (person: Parameters<typeof api.callerAs>[1]) => api.callerAs(availabilityRouter, person);
  const slotsOf = async (doctorId: string) =>
    (
      await api.sql.query<{
        id: string;
        starts_at: Date;
        status: string;
        origin: string;
        taken: number;
        modes: string[];
        minute: number;
      }>(
        `SELECT *, extract(epoch FROM (starts_at AT TIME ZONE 'Asia/Kolkata')::time)::int / 60 AS minute
         FROM slots WHERE doctor_id = $1 AND starts_at > now() ORDER BY starts_at`,
        [doctorId],
      )
    ).rows;
  const tomorrowAt = (utcHour: number, minute = 0) => {
    const day = new Date(Date.now() + 2 * 86_400_000);
    return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), utcHour, minute));
  };

  beforeAll(async () => {
    api = await testContext();
  });
  beforeEach(async () => {
    doctor = await makeDoctor(api.sql, { horizonDays: 10 });
    caller = await callerOf(doctor);
  });
  afterAll(() => api.close());

  it("are kept as given and become slots to the end of the horizon", async () => {
    const hours = hoursOf({
      exceptions: [
        { kind: "OFF", date: "2027-01-26", reason: "Republic Day" },
        {
          kind: "OTHER_HOURS",
          date: "2027-01-27",
          startMin: 600,
          endMin: 660,
          modes: ["CHAT"],
          capacity: 1,
          reason: "",
        },
      ],
    });
    const set = await caller.setHours(hours);
    expect(set.hours).toEqual(hours);
    expect(await caller.hours({})).toEqual(hours);
    const slots = await slotsOf(doctor.doctorId);
    expect(set).toMatchObject({ added: slots.length, removed: 0, keptBooked: 0 });
    expect(slots.length).toBeGreaterThanOrEqual(36);
    expect(slots.length).toBeLessThanOrEqual(40);
    const { rows } = await api.sql.query("SELECT next_open_at FROM doctors WHERE id = $1", [doctor.doctorId]);
    expect(rows[0].next_open_at).toEqual(slots[0]?.starts_at);
    const { rows: said } = await api.sql.query("SELECT action FROM audit_events WHERE entity_id = $1", [
      doctor.doctorId,
    ]);
    expect(said).toEqual([{ action: "availability.set_hours" }]);
  });

  it("saved again change nothing; narrowed remove, widened add, and what stays keeps its id", async () => {
    await caller.setHours(hoursOf());
    const before = await slotsOf(doctor.doctorId);
    expect(await caller.setHours(hoursOf())).toMatchObject({ added: 0, removed: 0 });
    const narrowed = await caller.setHours(hoursOf({ windows: daily(600, 690, ["VIDEO", "CHAT"]) }));
    const after = await slotsOf(doctor.doctorId);
    expect(narrowed).toMatchObject({ added: 0, removed: before.length - after.length });
    const ids = new Set(before.map(({ id }) => id));
    expect(after.every(({ id, modes }) => ids.has(id) && modes.length === 2)).toBe(true);
    expect((await caller.setHours(hoursOf())).added).toBe(narrowed.removed);
    expect((await caller.setHours(hoursOf({ windows: [] }))).removed).toBe(before.length);
  });

  it("leave booked, blocked and hand-made slots alone, and generate nothing over them", async () => {
    await caller.setHours(hoursOf());
    const [booked, blocked, cancelled] = await slotsOf(doctor.doctorId).then((slots) => slots.slice(-3));
    if (!booked || !blocked || !cancelled) throw new Error("too few slots");
    const patient = await makePatient(api.sql);
    await makeConsultation(api.sql, { slotId: booked.id, patientId: patient.userId });
    await makeConsultation(api.sql, { slotId: cancelled.id, patientId: patient.userId, status: "CANCELLED" });
    await caller.block({ id: blocked.id, status: "BLOCKED" });
    const manual = await makeSlot(api.sql, {
      doctorId: doctor.doctorId,
      startsAt: tomorrowAt(12, 50),
      lengthMin: 25,
    });

    const evenings = hoursOf({ windows: daily(1080, 1140) });
    expect(await codeOf(caller.setHours(evenings))).toBe("availability.hours_conflict");
    const { conflicts } = await caller.previewHours(evenings);
    expect(conflicts).toMatchObject([{ problem: "OUTSIDE_HOURS", patientName: "Meera Nair" }]);
    const moved = await caller.setHours({ ...evenings, keep: conflicts.map((one) => one.consultationId) });
    expect(moved.keptBooked).toBe(1);
    const slots = await slotsOf(doctor.doctorId);
    const statusOf = (id: string) => slots.find((slot) => slot.id === id)?.status;
    // What is kept is for its visit alone.
    expect([booked.id, blocked.id, manual.slotId, cancelled.id].map(statusOf)).toEqual([
      "BLOCKED",
      "BLOCKED",
      "OPEN",
      "REMOVED",
    ]);
    const live = slots.filter(({ status }) => status !== "REMOVED");
    expect(live.filter(({ minute }) => minute < 1080).map(({ id }) => id)).toEqual([booked.id, blocked.id]);
    // 18:20 to 18:45 local is the hand-made one: both half hours of that evening give way.
    const sameEvening = live.filter(
      ({ starts_at }) => Math.abs(starts_at.getTime() - manual.startsAt.getTime()) < 3_600_000,
    );
    expect(sameEvening.map(({ id }) => id)).toEqual([manual.slotId]);
    expect((await caller.setHours(hoursOf())).removed).toBe(moved.added);
  });

  it("are ready before approval", async () => {
    const pending = await makeDoctor(api.sql, { approval: "PENDING" });
    expect((await (await callerOf(pending)).setHours(hoursOf({ horizonDays: 30 }))).added).toBeGreaterThan(
      100,
    );
  });

  it.each([
    ["an unknown zone", { timezone: "Mars/Olympus" }, "input.invalid"],
    [
      "a day off before the calendar",
      { exceptions: [{ kind: "OFF", date: "0000-01-01", reason: "" }] },
      "input.invalid",
    ],
    [
      "a day off at its end",
      { exceptions: [{ kind: "OFF", date: "9999-12-31", reason: "" }] },
      "input.invalid",
    ],
    ["overlapping windows", { windows: [...daily(600, 720), ...daily(700, 800)] }, "availability.overlap"],
    ["a window too short", { windows: daily(600, 620) }, "availability.window_invalid"],
    ["an end before its start", { windows: daily(720, 600) }, "availability.window_invalid"],
    [
      "a day off beside hours",
      {
        exceptions: [
          { kind: "OFF", date: "2027-01-01", reason: "" },
          { kind: "OTHER_HOURS", date: "2027-01-01", startMin: 0, endMin: 60, modes: ["VIDEO"], reason: "" },
        ],
      },
      "availability.overlap",
    ],
  ] as [string, Partial<Wanted>, string][])(
    "are refused for %s, and nothing changes",
    async (_what, wishes, code) => {
      await caller.setHours(hoursOf());
      const before = await slotsOf(doctor.doctorId);
      expect(await codeOf(caller.setHours(hoursOf(wishes)))).toBe(code);
      expect(await slotsOf(doctor.doctorId)).toEqual(before);
      expect(await caller.hours({})).toEqual(hoursOf());
    },
  );

  it("don't exist before registration", async () => {
    const newcomer = await callerOf(await makePerson(api.sql, { role: "DOCTOR" }));
    expect(await codeOf(newcomer.hours({}))).toBe("not_found");
    expect(await codeOf(newcomer.setHours(hoursOf()))).toBe("not_found");
  });

  it("saved by two tabs at once end as one of the two, whole", async () => {
    const [one, two] = [hoursOf({ windows: daily(540, 600) }), hoursOf({ windows: daily(570, 630) })];
    await Promise.all([
      caller.setHours(one),
      caller.setHours(two),
      caller.setHours(one),
      caller.setHours(two),
    ]);
    const kept = await caller.hours({});
    const first = kept.windows[0]?.startMin;
    expect([540, 570]).toContain(first);
    const minutes = new Set((await slotsOf(doctor.doctorId)).map(({ minute }) => minute));
    expect([...minutes].toSorted()).toEqual(first === 540 ? [540, 570] : [570, 600]);
  });
});
