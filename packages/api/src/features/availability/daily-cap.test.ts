import { makeConsultation } from "@amrutam/testing/factories/consultation";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makePatient } from "@amrutam/testing/factories/person";
import { makeSlot } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testContext } from "../../testing-context";
import { availabilityRouter } from "./router";

const HOUR_MS = 3_600_000;
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

describe("the day's limit", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    api = await testContext();
  });
  afterAll(() => api.close());

  /** A doctor in UTC who takes two visits a day, and a day far enough ahead. */
  const stage = async () => {
    const doctor = await makeDoctor(api.sql, { timezone: "UTC" });
    await api.sql.query("UPDATE doctors SET daily_cap = 2 WHERE id = $1", [doctor.doctorId]);
    const midnight = Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS + 5 * 24 * HOUR_MS;
    const at = (hour: number) => new Date(midnight + hour * HOUR_MS);
    const slotAt = async (hour: number) =>
      (await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt: at(hour) })).slotId;
    return { doctor, at, slotAt, caller: await api.callerAs(availabilityRouter, doctor) };
  };
  const book = async (slotId: string) =>
    makeConsultation(api.sql, { slotId, patientId: (await makePatient(api.sql)).userId });
  const stateOf = async (slotId: string) => {
    const { rows } = await api.sql.query<{ state: string }>(
      "SELECT CASE WHEN capped THEN 'FULL' ELSE status::text END AS state FROM slots WHERE id = $1",
      [slotId],
    );
    return rows[0]?.state;
  };

  it("counts the whole day when a slot is moved near it", async () => {
    const { at, slotAt, caller } = await stage();
    const full = [await slotAt(8), await slotAt(9)];
    const late = await slotAt(20);
    for (const slotId of full) await book(slotId);
    expect(await stateOf(late)).toBe("FULL");
    // From one place on the day after to another: nothing of it concerns the full day.
    await caller.move({ slotId: await slotAt(30), startsAt: at(38).toISOString() });
    expect(await stateOf(late)).toBe("FULL");
  });

  it("counts the whole day when a part of it is opened", async () => {
    const { at, slotAt, caller } = await stage();
    const [first, second, late] = [await slotAt(8), await slotAt(9), await slotAt(20)];
    const afternoon = { from: at(12).toISOString(), to: at(24).toISOString() };
    await caller.blockMany({ ...afternoon, status: "BLOCKED" });
    await book(first);
    await book(second);
    await caller.blockMany({ ...afternoon, status: "OPEN" });
    expect(await stateOf(late)).toBe("FULL");
  });

  it("counts this morning's visits when hours are saved at noon", async () => {
    const { doctor, caller } = await stage();
    // A zone whose clocks show noon or one o'clock now; POSIX names count westward.
    const ahead = 12 - new Date().getUTCHours();
    const timezone = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
    await api.sql.query("UPDATE doctors SET timezone = $2 WHERE id = $1", [doctor.doctorId, timezone]);
    const thisHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
    for (const hours of [-3, -2]) {
      const startsAt = new Date(thisHour + hours * HOUR_MS);
      await book((await makeSlot(api.sql, { doctorId: doctor.doctorId, startsAt })).slotId);
    }
    await caller.setHours({
      timezone,
      visitLengthMin: 60,
      windows: ALL_WEEK.map((weekday) => ({
        weekday,
        startMin: 0,
        endMin: 1440,
        modes: ["VIDEO" as const],
        capacity: 1,
      })),
      exceptions: [],
      dailyCap: 2,
    });
    const { rows } = await api.sql.query(
      `SELECT DISTINCT capped FROM slots WHERE doctor_id = $1 AND taken = 0 AND status <> 'REMOVED'
         AND (starts_at AT TIME ZONE $2)::date = (now() AT TIME ZONE $2)::date`,
      [doctor.doctorId, timezone],
    );
    expect(rows).toEqual([{ capped: true }]);
  });
});
