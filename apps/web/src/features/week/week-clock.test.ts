import { expect, it } from "vitest";
import { shortTime, timeOfMin, wallMin, wallTime } from "./week-clock";

it.each([
  ["2026-11-23T11:10:00Z", "Asia/Kolkata", "2026-11-23", "16:40"],
  ["2026-11-22T18:30:00Z", "Asia/Kolkata", "2026-11-23", "00:00"],
  ["2026-11-23T11:10:00Z", "Asia/Kathmandu", "2026-11-23", "16:55"],
  ["2026-11-01T05:30:00Z", "America/New_York", "2026-11-01", "01:30"],
  ["2026-11-01T06:30:00Z", "America/New_York", "2026-11-01", "01:30"],
])("reads %s in %s as %s %s", (iso, zone, date, time) => {
  expect(wallTime(iso, zone)).toEqual({ date, time });
  expect(timeOfMin(wallMin(iso, zone))).toBe(time);
});

it("says a time as a clock of twelve hours shows it", () => {
  expect([0, 720, 1000, 1439].map(shortTime)).toEqual(["12:00", "12:00", "4:40", "11:59"]);
});
