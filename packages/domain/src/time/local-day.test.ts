import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fromEpochMs, minutesBetween } from "./instant";
import { daysFrom, endOfDay, localDay, startOfDay, wallClockMin, weekOf } from "./local-day";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

describe("a local day", () => {
  it.each([
    ["2026-11-22", "Asia/Kolkata", "2026-11-21T18:30:00Z", 1440],
    ["2026-03-08", "America/New_York", "2026-03-08T05:00:00Z", 1380],
    ["2026-11-01", "America/New_York", "2026-11-01T04:00:00Z", 1500],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z", 1380],
    ["2026-04-05", "Australia/Lord_Howe", "2026-04-04T13:00:00Z", 1470],
    ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z", 0],
  ])("%s in %s", (date, zone, startsAt, minutes) => {
    expect(startOfDay(day(date), zone).toString()).toBe(startsAt);
    expect(minutesBetween(startOfDay(day(date), zone), endOfDay(day(date), zone))).toBe(minutes);
  });

  it("holds every instant that falls on it, in any zone", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const instants = fc
      .integer({ min: 1_230_768_000, max: 1_924_905_600 })
      .map((seconds) => fromEpochMs(seconds * 1000));
    return fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const date = localDay(instant, zone);
        expect(minutesBetween(startOfDay(date, zone), instant)).toBeGreaterThanOrEqual(0);
        expect(minutesBetween(instant, endOfDay(date, zone))).toBeGreaterThan(0);
      }),
    );
  });

  it("reads the clock on the wall", () => {
    expect(wallClockMin(at("2026-11-22T09:30:59Z"), "Asia/Kolkata")).toBe(15 * 60);
    expect(wallClockMin(at("2026-11-22T18:30:00Z"), "Asia/Kolkata")).toBe(0);
  });
});

describe("runs of days", () => {
  it("cross months", () => {
    expect(daysFrom(day("2026-02-27"), 3).map(String)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  });
  it.each(["2026-11-16", "2026-11-19", "2026-11-22"])("start a week on Monday (%s)", (date) => {
    expect(weekOf(day(date)).map(String)).toEqual(daysFrom(day("2026-11-16"), 7).map(String));
  });
});
