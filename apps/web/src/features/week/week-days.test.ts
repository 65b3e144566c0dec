import { expect, it } from "vitest";
import { copyTargets, weekFrom } from "./week-days";

const NOW = Date.parse("2026-11-22T20:00:00Z"); // Monday 01:30 in India

it("shows the doctor's week of today where the address asks for none, or for nonsense", () => {
  for (const from of [undefined, "", "soon", "2026-02-31", "9999-01-01", "0001-01-01"]) {
    const week = weekFrom(from, "Asia/Kolkata", NOW);
    expect(week.today).toBe("2026-11-23");
    expect(week.days.map(({ date }) => date)[0]).toBe("2026-11-23");
  }
  expect(weekFrom(undefined, "America/New_York", NOW).days[0]?.date).toBe("2026-11-16");
});

it("begins on the Monday of the date asked for and touches its neighbours", () => {
  const week = weekFrom("2026-12-03", "Asia/Kolkata", NOW);
  expect([week.previous, week.days[0]?.date, week.days[6]?.date, week.next]).toEqual([
    "2026-11-23",
    "2026-11-30",
    "2026-12-06",
    "2026-12-07",
  ]);
  expect(week.days[0]).toMatchObject({ startsAt: "2026-11-29T18:30:00Z", endsAt: "2026-11-30T18:30:00Z" });
});

it("keeps days whole where clocks change", () => {
  const sunday = weekFrom("2026-10-25", "Europe/Berlin", NOW).days[6];
  expect(sunday).toMatchObject({ startsAt: "2026-10-24T22:00:00Z", endsAt: "2026-10-25T23:00:00Z" });
});

it("offers weeks to copy to that are ahead of the one shown, and not over", () => {
  const mondays = (from: string) =>
    copyTargets(weekFrom(from, "Asia/Kolkata", NOW), "Asia/Kolkata").map(({ monday }) => monday);
  expect(mondays("2026-11-23").slice(0, 2)).toEqual(["2026-11-30", "2026-12-07"]);
  expect(mondays("2026-11-16")[0]).toBe("2026-11-23");
  expect(mondays("2026-10-05")[0]).toBe("2026-11-23");
});
