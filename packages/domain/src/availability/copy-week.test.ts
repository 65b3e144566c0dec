import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { toIso } from "../time/instant";
import { interval } from "../time/interval";
import { mondayOf, sameWallTime } from "./copy-week";

const half = (from: string) => {
  const startsAt = Temporal.Instant.from(from);
  return interval(startsAt, startsAt.add({ minutes: 30 }));
};
const moved = (from: string, zone: string, days: number) => {
  const time = sameWallTime(half(from), zone, days);
  return time && [toIso(time.startsAt), toIso(time.endsAt)];
};

it("keeps the time on the wall when the clocks change between the weeks", () => {
  expect(moved("2026-03-02T14:00:00Z", "America/New_York", 7)).toEqual([
    "2026-03-09T13:00:00Z",
    "2026-03-09T13:30:00Z",
  ]);
});

it("has no time in a skipped hour, nor one during which the clocks change", () => {
  expect(moved("2026-03-01T07:15:00Z", "America/New_York", 7)).toBeNull();
  expect(moved("2026-03-01T06:45:00Z", "America/New_York", 7)).toBeNull();
  expect(moved("2026-03-01T06:30:00Z", "America/New_York", 7)).not.toBeNull();
});

it("takes the first of a repeated hour", () => {
  expect(moved("2026-10-25T05:00:00Z", "America/New_York", 7)?.[0]).toBe("2026-11-01T05:00:00Z");
});

it.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2027-01-01", "2026-12-28"],
])("finds the Monday of %s", (date, monday) => {
  expect(mondayOf(date).toString()).toBe(monday);
});
