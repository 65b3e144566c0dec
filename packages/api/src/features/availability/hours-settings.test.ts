import { randomUUID } from "node:crypto";
import type { setHoursInput } from "@amrutam/domain/availability/schema";
import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { type Doctor, makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { codeOf, testContext } from "../../testing-context";
import { consultationRouter } from "../consultation/router";
import { rollHorizon } from "./public";
import { availabilityRouter } from "./router";

type Wanted = z.input<typeof setHoursInput>;
type Row = Readonly<{
  id: string;
  starts_at: Date;
  status: string;
  capped: boolean;
  capacity: number;
  day: string;
  minute: number;
}>;

const daily = (startMin: number, endMin: number, capacity = 1) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    startMin,
    endMin,
    modes: ["VIDEO" as const],
    capacity,
  }));
const hoursOf = (wishes: Partial<Wanted> = {}): Wanted => ({
  timezone: "Asia/Kolkata",
  visitLengthMin: 30,
  windows: daily(600, 720),
  exceptions: [],
  ...wishes,
});

describe("what a doctor sets beside the windows", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let doctor: Doctor;
  let caller: Awaited<ReturnType<typeof callerOf>>;
  const callerOf = (person: Parameters<typeof api.callerAs>[1]) => api.callerAs(availabilityRouter, person);
  const slots = async () =>
    (
      await api.sql.query<Row>(
        `SELECT *, (starts_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day,
           extract(epoch FROM (starts_at AT TIME ZONE 'Asia/Kolkata')::time)::int / 60 AS minute
         FROM slots WHERE doctor_id = $1 AND status <> 'REMOVED' ORDER BY starts_at`,
        [doctor.doctorId],
      )
    ).rows;
  const lastDay = async () => {
    const all = await slots();
    return all.filter(({ day }) => day === all.at(-1)?.day);
  };
  const book = async (slotId = "", status: "CONFIRMED" | "REQUESTED" = "CONFIRMED") =>
    makeConsultation(api.sql, { slotId, patientId: (await makePatient(api.sql)).userId, status });
  const cancel = (id: string) =>
    api.sql.query(
      `WITH said AS (INSERT INTO audit_events (actor_role, action, entity_type, entity_id) VALUES ('SYSTEM', 'consultation.cancel', 'consultation', $1))
       UPDATE consultations SET status = 'CANCELLED', cancelled_by = 'PATIENT' WHERE id = $1`,
      [id],
    );

  beforeAll(async () => {
    api = await testContext();
  });
  beforeEach(async () => {
    doctor = await makeDoctor(api.sql, { horizonDays: 4 });
    caller = await callerOf(doctor);
  });
  afterAll(() => api.close());

  it("is kept, given back, and stays as it is when left out", async () => {
    const settings = {
      bufferBeforeMin: 5,
      bufferAfterMin: 10,
      minNoticeMin: 120,
      horizonDays: 6,
      dailyCap: 3,
      holidayRegion: "IN" as const,
    };
    expect((await caller.setHours(hoursOf(settings))).hours).toMatchObject(settings);
    const { hours } = await caller.setHours(hoursOf({ dailyCap: null }));
    expect(hours).toMatchObject({ ...settings, dailyCap: null });
    expect(await caller.hours({})).toEqual(hours);
    expect(await codeOf(caller.setHours(hoursOf({ bufferAfterMin: 7 })))).toBe("availability.window_invalid");
    expect(await codeOf(caller.setHours(hoursOf({ horizonDays: 0 })))).toBe("input.invalid");
    expect(await codeOf(caller.setHours(hoursOf({ dailyCap: 0 })))).toBe("input.invalid");
  });

  it("puts both buffers between visits, and around one that is kept", async () => {
    await caller.setHours(hoursOf());
    // 10:30 on the last day, off the new rhythm of 10:00, 10:45, 11:30.
    const booked = (await lastDay())[1];
    await book(booked?.id);
    await caller.setHours(hoursOf({ bufferBeforeMin: 5, bufferAfterMin: 10 }));
    const all = await slots();
    const minutesOf = (day?: string) => all.filter((slot) => slot.day === day).map(({ minute }) => minute);
    expect(minutesOf(all.at(-1)?.day)).toEqual([630, 690]);
    expect(minutesOf(all.findLast(({ day }) => day !== all.at(-1)?.day)?.day)).toEqual([600, 645, 690]);
  });

  it("gives group sessions their seats, and changes them only where nobody sits", async () => {
    await caller.setHours(hoursOf({ windows: daily(600, 720, 6) }));
    const [first] = await lastDay();
    await book(first?.id);
    await caller.setHours(hoursOf({ windows: daily(600, 720, 2) }));
    expect((await lastDay()).map(({ id, capacity }) => [id === first?.id, capacity])).toEqual([
      [true, 6],
      [false, 2],
      [false, 2],
      [false, 2],
    ]);
  });

  it("closes a day that is full and opens it when a visit falls away", async () => {
    await caller.setHours(hoursOf({ dailyCap: 2 }));
    const [one, two, three, four] = await lastDay();
    const states = async () => (await lastDay()).map(({ status, capped }) => (capped ? "FULL" : status));
    await book(one?.id);
    expect(await states()).toEqual(["OPEN", "OPEN", "OPEN", "OPEN"]);
    const held = await book(two?.id, "REQUESTED");
    expect(await states()).toEqual(["OPEN", "OPEN", "FULL", "FULL"]);
    const others = (await slots()).filter(({ day }) => day !== one?.day);
    expect(others.every(({ status }) => status === "OPEN")).toBe(true);
    // Blocked by hand is blocked, whatever the day's visits.
    await caller.block({ id: four?.id ?? "", status: "BLOCKED" });
    await cancel(held);
    expect(await states()).toEqual(["OPEN", "OPEN", "OPEN", "BLOCKED"]);
    await book(three?.id);
    expect(await states()).toEqual(["OPEN", "FULL", "OPEN", "BLOCKED"]);
    await caller.setHours(hoursOf({ dailyCap: 3 }));
    expect(await states()).toEqual(["OPEN", "OPEN", "OPEN", "BLOCKED"]);
    await caller.setHours(hoursOf({ dailyCap: 1 }));
    expect(await states()).toEqual(["OPEN", "FULL", "OPEN", "BLOCKED"]);
  });

  it("lets no more visits into a day than the limit, however many book at once", async () => {
    await caller.setHours(hoursOf({ dailyCap: 2, windows: daily(600, 900) }));
    const codes = await Promise.all(
      (await lastDay()).map(async ({ id: slotId }) => {
        const patient = await api.callerAs(consultationRouter, await makePatient(api.sql));
        const call = { slotId, mode: "VIDEO" as const, reason: "a cough", idempotencyKey: randomUUID() };
        return codeOf(patient.book(call));
      }),
    );
    expect(codes.toSorted()).toEqual([...Array(8).fill("booking.slot_not_open"), "ok", "ok"]);
    expect((await lastDay()).filter(({ capped }) => capped)).toHaveLength(8);
  });

  it("says what an edit would do without doing it, and asks about each booked visit once", async () => {
    await caller.setHours(hoursOf());
    const before = await slots();
    const [one, two] = await lastDay();
    const visit = await book(one?.id);
    const off = hoursOf({ exceptions: [{ kind: "OFF", date: one?.day ?? "", reason: "" }] });
    const seen = await caller.previewHours(off);
    expect(seen).toMatchObject({
      added: 0,
      removed: 3,
      keptBooked: 1,
      conflicts: [
        {
          consultationId: visit,
          startsAt: one?.starts_at.toISOString().replace(".000", ""),
          problem: "DAY_OFF",
        },
      ],
    });
    expect(await slots()).toHaveLength(before.length);
    // Somebody books while the doctor looks: the decision didn't cover that visit.
    const other = await book(two?.id);
    expect(await codeOf(caller.setHours({ ...off, keep: [visit] }))).toBe("availability.hours_conflict");
    expect(await slots()).toHaveLength(before.length);
    expect(await caller.setHours({ ...off, keep: [visit, other] })).toMatchObject({
      removed: 2,
      keptBooked: 2,
    });
    expect((await lastDay()).map(({ id }) => id)).toEqual([one?.id, two?.id]);
    expect((await caller.previewHours(off)).conflicts).toEqual([]);
    const { rows } = await api.sql.query("SELECT status FROM consultations WHERE doctor_id = $1", [
      doctor.doctorId,
    ]);
    expect(rows).toEqual([{ status: "CONFIRMED" }, { status: "CONFIRMED" }]);
  });

  it("shows every time as it is stored", async () => {
    await caller.setHours(hoursOf({ bufferAfterMin: 5 }));
    const stored = await slots();
    const day = 86_400_000;
    const [from, to] = [new Date(Date.now() - day), new Date(Date.now() + 10 * day)];
    const shown = await caller.list({ from: from.toISOString(), to: to.toISOString() });
    expect(shown.items.map(({ id, startsAt }) => [id, Date.parse(startsAt)])).toEqual(
      stored.map(({ id, starts_at }) => [id, starts_at.getTime()]),
    );
  });

  it("holds for the days that the nightly roll adds", async () => {
    await caller.setHours(hoursOf({ bufferBeforeMin: 15, windows: daily(600, 720, 4) }));
    const until = (await slots()).at(-1)?.day;
    const clock = { now: () => new Date(Date.now() + 2 * 86_400_000) };
    await rollHorizon({ db: api.deps.db, clock });
    const added = (await slots()).filter(({ day }) => day > (until ?? ""));
    expect(added.map(({ minute, capacity }) => [minute, capacity])).toEqual([
      [600, 4],
      [645, 4],
      [690, 4],
      [600, 4],
      [645, 4],
      [690, 4],
    ]);
  });
});
