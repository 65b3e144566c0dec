import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fromEpochMs, toIso } from "../time/instant";
import type { Period } from "./period";
import { datesIn, namedPeriod, PERIOD_NAMES, periodOf, previousPeriod, validatePeriod } from "./period";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const ends = ({ from, to }: Period) => [toIso(from), toIso(to)];
const dates = (period: Period) => [datesIn(period).first, datesIn(period).last].map(String);

// 01:00 on 1 March in Kolkata, still 28 February in UTC.
const now = at("2026-02-28T19:30:00Z");

describe("named periods", () => {
  it.each([
    ["today", ["2026-03-01", "2026-03-01"], ["2026-02-28", "2026-02-28"]],
    ["7d", ["2026-02-23", "2026-03-01"], ["2026-02-16", "2026-02-22"]],
    ["30d", ["2026-01-31", "2026-03-01"], ["2026-01-01", "2026-01-30"]],
    ["this-month", ["2026-03-01", "2026-03-01"], ["2026-02-28", "2026-02-28"]],
    ["last-month", ["2026-02-01", "2026-02-28"], ["2026-01-01", "2026-01-31"]],
  ] as const)("%s, and what it compares with", (name, own, before) => {
    const period = namedPeriod(name, "Asia/Kolkata", now);
    expect(dates(period)).toEqual(own);
    expect(dates(previousPeriod(period))).toEqual(before);
  });
  it("takes the day from the zone", () => {
    expect(dates(namedPeriod("today", "UTC", now))).toEqual(["2026-02-28", "2026-02-28"]);
    expect(ends(namedPeriod("today", "Asia/Kolkata", now))).toEqual([
      "2026-02-28T18:30:00Z",
      "2026-03-01T18:30:00Z",
    ]);
  });
  it("keeps whole days over a clock change", () => {
    const week = periodOf(day("2026-03-06"), day("2026-03-12"), "America/New_York");
    expect(ends(week)).toEqual(["2026-03-06T05:00:00Z", "2026-03-13T04:00:00Z"]);
    expect(ends(previousPeriod(week))).toEqual(["2026-02-27T05:00:00Z", "2026-03-06T05:00:00Z"]);
  });
  it("compares what are no whole days with the same length of time", () => {
    const period = { from: at("2026-03-01T10:00:00Z"), to: at("2026-03-01T12:30:00Z"), timezone: "UTC" };
    expect(ends(previousPeriod(period))).toEqual(["2026-03-01T07:30:00Z", "2026-03-01T10:00:00Z"]);
  });
  it("always join their predecessor, and are always allowed", () => {
    const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const anyNow = fc
      .integer({ min: 1_262_304_000, max: 2_208_988_800 })
      .map((seconds) => fromEpochMs(seconds * 1000));
    return fc.assert(
      fc.property(fc.constantFrom(...PERIOD_NAMES), anyZone, anyNow, (name, zone, instant) => {
        const period = namedPeriod(name, zone, instant);
        const before = previousPeriod(period);
        expect(before.to.equals(period.from)).toBe(true);
        expect(Temporal.Instant.compare(before.from, before.to)).toBeLessThanOrEqual(0);
        expect(validatePeriod(period).ok).toBe(true);
      }),
    );
  });
});

describe("validatePeriod", () => {
  const period = (from: string, to: string): Period => ({
    from: at(from),
    to: at(to),
    timezone: "Asia/Kolkata",
  });
  it.each([
    ["2026-01-01T18:30:00Z", "2027-01-02T18:30:00Z", "ok"],
    ["2026-01-01T18:30:00Z", "2027-01-02T18:31:00Z", "from"],
    ["1900-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "from"],
    ["2026-01-02T00:00:00Z", "2026-01-02T00:00:00Z", "to"],
    ["2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", "to"],
  ])("%s to %s: %s", (from, to, expected) => {
    const result = validatePeriod(period(from, to));
    expect(result.ok ? "ok" : result.details?.field).toBe(expected);
  });
  it("refuses dates the wrong way round", () => {
    expect(() => periodOf(day("2026-01-02"), day("2026-01-01"), "UTC")).toThrow(RangeError);
  });
});
