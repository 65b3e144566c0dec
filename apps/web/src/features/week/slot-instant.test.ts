import { expect, it } from "vitest";
import { slotInstant } from "./slot-instant";

it.each([
  ["2026-11-23", "16:40", "Asia/Kolkata", "2026-11-23T11:10:00Z"],
  ["2027-03-28", "02:30", "Europe/Berlin", null],
  ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
  ["", "16:40", "Asia/Kolkata", null],
  ["2026-11-23", "", "Asia/Kolkata", null],
])("reads %s %s in %s as %s", (date, time, zone, instant) => {
  expect(slotInstant(date, time, zone)).toBe(instant);
});
