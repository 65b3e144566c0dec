import { openDatabase } from "@amrutam/db/client";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testContext } from "../../testing-context";
import { refreshStaleNextOpen, rollHorizon } from "./public";
import { availabilityRouter } from "./router";

const DAY_MS = 86_400_000;
const windows = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  startMin: 600,
  endMin: 660,
  modes: ["VIDEO" as const],
}));

describe("the worker's part of availability", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  let asWorker: ReturnType<typeof openDatabase>;
  beforeAll(async () => {
    api = await testContext();
    asWorker = openDatabase({ url: api.database.workerUrl, max: 2 });
  });
  afterAll(async () => {
    await asWorker.close();
    await api.close();
  });
  const clockIn = (days: number) => ({ now: () => new Date(Date.now() + days * DAY_MS) });
  const daysOf = async (doctorId: string) =>
    (
      await api.sql.query(
        "SELECT (starts_at AT TIME ZONE 'Asia/Kolkata')::date::text AS day FROM slots WHERE doctor_id = $1 ORDER BY 1",
        [doctorId],
      )
    ).rows.map(({ day }) => day);

  it("adds the days that came into the horizon, once, and leaves those before them as the doctor left them", async () => {
    const doctor = await makeDoctor(api.sql, { horizonDays: 7 });
    const caller = await api.callerAs(availabilityRouter, doctor);
    await caller.setHours({ timezone: "Asia/Kolkata", visitLengthMin: 60, windows, exceptions: [] });
    const before = await daysOf(doctor.doctorId);
    const { rows } = await api.sql.query(
      "SELECT id FROM slots WHERE doctor_id = $1 ORDER BY starts_at DESC LIMIT 1",
      [doctor.doctorId],
    );
    await caller.remove({ id: rows[0].id });
    const off = await makeDoctor(api.sql, { approval: "SUSPENDED", horizonDays: 7 });

    expect(await rollHorizon({ db: asWorker, clock: clockIn(0) }, 1)).toEqual({
      doctors: 0,
      added: 0,
      failed: [],
    });
    const progress: number[] = [];
    const rolled = await rollHorizon({ db: asWorker, clock: clockIn(3) }, 1, (soFar) =>
      progress.push(soFar.doctors),
    );
    expect(rolled).toMatchObject({ doctors: 1, added: 3, failed: [] });
    expect(progress.at(-1)).toBe(1);
    const after = await daysOf(doctor.doctorId);
    expect(after).toHaveLength(before.length + 2);
    expect(after).not.toContain(before.at(-1));
    expect((await rollHorizon({ db: asWorker, clock: clockIn(3) })).added).toBe(0);
    expect(await daysOf(off.doctorId)).toEqual([]);
  });

  it("goes on past a doctor it can't roll, and names them", async () => {
    const [broken, fine] = [
      await makeDoctor(api.sql, { timezone: "Mars/Olympus" }),
      await makeDoctor(api.sql),
    ];
    await api.sql.query(
      "INSERT INTO weekly_hours (doctor_id, weekday, start_min, end_min, modes) VALUES ($1, 1, 600, 660, '{VIDEO}'), ($2, 1, 600, 660, '{VIDEO}')",
      [broken.doctorId, fine.doctorId],
    );
    const { failed } = await rollHorizon({ db: asWorker, clock: clockIn(0) });
    expect(failed).toEqual([broken.doctorId]);
    expect((await daysOf(fine.doctorId)).length).toBeGreaterThan(5);
    await api.sql.query("UPDATE doctors SET timezone = 'Asia/Kolkata' WHERE id = $1", [broken.doctorId]);
  });

  it("moves the soonest open slot on once it has begun", async () => {
    const doctor = await makeDoctor(api.sql);
    const next = await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt: minutesAhead(90) });
    await api.sql.query("UPDATE doctors SET next_open_at = now() - interval '1 minute' WHERE id = $1", [
      doctor.doctorId,
    ]);
    await refreshStaleNextOpen(asWorker);
    const { rows } = await api.sql.query("SELECT next_open_at FROM doctors WHERE id = $1", [doctor.doctorId]);
    expect(rows).toEqual([{ next_open_at: next.startsAt }]);
  });
});
