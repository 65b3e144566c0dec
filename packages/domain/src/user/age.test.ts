import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { ageOn, isMinor } from "./age";

describe("ageOn", () => {
  it.each([
    ["1990-11-22", "2026-11-21", 35],
    ["1990-11-22", "2026-11-22", 36],
    ["1990-12-01", "2026-11-22", 35],
    ["2004-02-29", "2026-02-28", 21],
    ["2004-02-29", "2026-03-01", 22],
    ["2004-02-29", "2028-02-29", 24],
    ["2026-11-22", "2026-11-22", 0],
    ["2026-11-23", "2026-11-22", null],
    ["2027-01-01", "2026-11-22", null],
  ])("born %s, on %s: %s", (birthDate, on, age) => {
    expect(ageOn(Temporal.PlainDate.from(birthDate), Temporal.PlainDate.from(on))).toBe(age);
  });
  it("ends minority at eighteen", () => {
    expect([17, 18].map(isMinor)).toEqual([true, false]);
  });
});
