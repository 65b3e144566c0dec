import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { DatedException, WeeklyWindow } from "./hours";
import type { HoursToValidate } from "./validate-hours";
import { validateHours, validateSlot } from "./validate-hours";

const window = (change: Partial<WeeklyWindow> = {}): WeeklyWindow => ({
  weekday: 1,
  startMin: 540,
  endMin: 720,
  modes: ["VIDEO"],
  ...change,
});
const validate = (change: Partial<HoursToValidate> = {}) =>
  validateHours({
    timezone: "Asia/Kolkata",
    visitLengthMin: 30,
    windows: [window()],
    exceptions: [],
    ...change,
  });
const other = (startMin: number, endMin: number): DatedException => ({
  kind: "OTHER_HOURS",
  date: "2026-11-23",
  startMin,
  endMin,
  modes: ["VIDEO"],
});

describe("validateHours", () => {
  it.each([
    ["no hours at all", { windows: [] }],
    ["windows that touch", { windows: [window(), window({ startMin: 720, endMin: 780 })] }],
    ["the same window on two days", { windows: [window(), window({ weekday: 2 })] }],
    ["a whole day", { windows: [window({ startMin: 0, endMin: 1440 })] }],
    ["a length that does not divide the window", { visitLengthMin: 45 }],
    ["other hours beside weekly ones", { exceptions: [other(540, 600), other(600, 660)] }],
  ])("takes %s", (_, change) => {
    expect(validate(change)).toEqual({ ok: true, value: null });
  });

  it.each([
    ["weekday", window({ weekday: 0 })],
    ["weekday", window({ weekday: 8 })],
    ["weekday", window({ weekday: 1.5 })],
    ["grid", window({ startMin: -5 })],
    ["grid", window({ endMin: 1445 })],
    ["grid", window({ startMin: 541 })],
    ["grid", window({ startMin: Number.NaN })],
    ["order", window({ startMin: 720, endMin: 540 })],
    ["order", window({ startMin: 540, endMin: 540 })],
    ["too_short", window({ startMin: 540, endMin: 565 })],
    ["modes", window({ modes: [] })],
    ["modes", window({ modes: ["VIDEO", "VIDEO"] })],
  ])("names %s and the window (%#)", (problem, bad) => {
    expect(validate({ windows: [window({ weekday: 7 }), bad] })).toEqual({
      ok: false,
      code: "availability.window_invalid",
      details: { problem, list: "windows", index: 1 },
    });
  });

  it.each([0, 4, 7, 22.5, 245, Number.NaN])("refuses visits of %s minutes", (visitLengthMin) => {
    expect(validate({ visitLengthMin })).toMatchObject({
      code: "availability.window_invalid",
      details: { problem: "length" },
    });
  });

  it("points at the two windows that overlap, wherever they stand in the list", () => {
    const windows = [window({ startMin: 700, endMin: 800 }), window({ weekday: 3 }), window()];
    expect(validate({ windows })).toMatchObject({
      code: "availability.overlap",
      details: { list: "windows", indexes: [2, 0] },
    });
  });

  it("allows nothing beside a day off, nor other hours that overlap", () => {
    const off: DatedException = { kind: "OFF", date: "2026-11-23" };
    for (const exceptions of [
      [off, other(540, 600)],
      [off, off],
      [other(540, 600), other(595, 660)],
    ]) {
      expect(validate({ exceptions })).toMatchObject({
        code: "availability.overlap",
        details: { list: "exceptions" },
      });
    }
    expect(validate({ exceptions: [other(600, 540)] })).toMatchObject({
      details: { problem: "order", list: "exceptions", index: 0 },
    });
  });

  it.each(["Asia/Atlantis", "+05:30", ""])("refuses the zone %j", (timezone) => {
    expect(validate({ timezone })).toMatchObject({ code: "availability.zone_unknown" });
  });
});

describe("validateSlot", () => {
  const now = Temporal.Instant.from("2026-11-22T10:00:30Z");
  it.each([
    ["2026-11-22T10:01:00Z", 20, "ok"],
    ["2026-11-22T10:00:00Z", 20, "availability.slot_past"],
    ["2020-01-01T00:00:00Z", 20, "availability.slot_past"],
    ["2026-11-22T10:01:00.5Z", 20, "grid"],
    ["2026-11-22T10:01:00Z", 0, "length"],
    ["2026-11-22T10:01:00Z", -20, "length"],
    ["2026-11-22T10:01:00Z", 241, "length"],
    ["2027-11-24T10:01:00Z", 20, "horizon"],
    ["2199-01-01T00:00:00Z", 20, "horizon"],
  ])("%s for %d minutes: %s", (startsAt, lengthMin, expected) => {
    const result = validateSlot({ startsAt: Temporal.Instant.from(startsAt), lengthMin }, now);
    const told = result.ok ? "ok" : (result.details?.problem ?? result.code);
    expect(told).toBe(expected);
  });
});
