import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  earlier,
  fromEpochMs,
  isAfter,
  isBefore,
  later,
  minutesBetween,
  parseInstant,
  plusMin,
  toIso,
} from "./instant";

const at = (text: string) => Temporal.Instant.from(text);

describe("parseInstant", () => {
  it.each([
    ["2026-11-22T15:00:00+05:30", "2026-11-22T09:30:00Z"],
    ["2026-11-22T09:30Z", "2026-11-22T09:30:00Z"],
    ["2026-11-22T09:30:00.250Z", "2026-11-22T09:30:00.25Z"],
    ["2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z"],
  ])("reads %s", (text, expected) => {
    expect(parseInstant(text)?.toString()).toBe(expected);
  });
  it.each([
    "",
    "now",
    "2026-11-22",
    "2026-11-22T09:30",
    "2026-11-22 09:30Z",
    "2026-11-22t09:30z",
    "2026-11-22T09:30:00+0530",
    "2026-11-22T09:30:00[Asia/Kolkata]",
    "2026-11-22T09:30:00Z[Asia/Kolkata]",
    "2026-02-30T09:30:00Z",
    "2026-11-22T24:00:00Z",
    "2026-12-31T23:59:60Z",
    "2026-11-22T09:30:00+24:00",
    "+275760-09-13T00:00:00Z",
    "0000-01-01T00:00:00Z",
    "1899-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z",
    "20261122T093000Z",
    "2026-11-22T09:30:00Z\n",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeNull();
  });
  it("reads back what toIso writes, to the millisecond", () => {
    return fc.assert(
      fc.property(fc.integer({ min: -2_208_988_800_000, max: 7_258_118_399_999 }), (ms) => {
        expect(parseInstant(toIso(fromEpochMs(ms)))?.epochMilliseconds).toBe(ms);
      }),
    );
  });
});

describe("toIso", () => {
  it("drops what the database does not keep", () => {
    expect(toIso(at("2026-11-22T09:30:00.123456789Z"))).toBe("2026-11-22T09:30:00.123Z");
  });
});

describe("order and distance", () => {
  const noon = at("2026-11-22T12:00:00Z");
  it("counts minutes both ways", () => {
    expect(plusMin(noon, -90).toString()).toBe("2026-11-22T10:30:00Z");
    expect(minutesBetween(noon, plusMin(noon, 45))).toBe(45);
    expect(minutesBetween(noon, at("2026-11-22T11:59:30Z"))).toBe(-0.5);
  });
  it("takes equal instants for neither before nor after", () => {
    expect([isBefore(noon, noon), isAfter(noon, noon)]).toEqual([false, false]);
    const next = plusMin(noon, 1);
    expect([earlier(noon, next), earlier(next, noon), later(noon, next), later(next, noon)]).toEqual([
      noon,
      noon,
      next,
      next,
    ]);
  });
});
