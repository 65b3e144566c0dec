import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { toIso } from "../time/instant";
import { interval, overlaps } from "../time/interval";
import type { HoursToFill } from "./generate-slots";
import { generateSlots } from "./generate-slots";
import type { DatedException, WeeklyWindow } from "./hours";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const LONG_AGO = at("2000-01-01T00:00:00Z");
const everyDay = (startMin: number, endMin: number): WeeklyWindow[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMin, endMin, modes: ["VIDEO"] }));

const hours = (change: Partial<HoursToFill>): HoursToFill => ({
  windows: everyDay(9 * 60, 11 * 60),
  exceptions: [],
  visitLengthMin: 30,
  busy: [],
  timezone: "Asia/Kolkata",
  from: day("2026-11-23"),
  to: day("2026-11-23"),
  now: LONG_AGO,
  minNoticeMin: 0,
  ...change,
});
const starts = (change: Partial<HoursToFill>) =>
  generateSlots(hours(change)).map((slot) => toIso(slot.startsAt));

describe("generateSlots", () => {
  it("fills a window with visits and offers no shorter rest", () => {
    expect(starts({ windows: everyDay(540, 640) })).toEqual([
      "2026-11-23T03:30:00Z",
      "2026-11-23T04:00:00Z",
      "2026-11-23T04:30:00Z",
    ]);
  });

  it("carries the modes of the window", () => {
    const windows: WeeklyWindow[] = [
      { weekday: 1, startMin: 600, endMin: 630, modes: ["CHAT"] },
      { weekday: 1, startMin: 540, endMin: 570, modes: ["VIDEO", "AUDIO"] },
    ];
    expect(generateSlots(hours({ windows })).map((slot) => slot.modes)).toEqual([
      ["VIDEO", "AUDIO"],
      ["CHAT"],
    ]);
  });

  it("ends at midnight when the window does", () => {
    expect(starts({ windows: everyDay(1380, 1440) })).toEqual([
      "2026-11-23T17:30:00Z",
      "2026-11-23T18:00:00Z",
    ]);
  });

  it("lets a dated exception replace or clear the day", () => {
    const other: DatedException = {
      date: "2026-11-23",
      kind: "OTHER_HOURS",
      startMin: 0,
      endMin: 30,
      modes: ["VIDEO"],
    };
    expect(starts({ exceptions: [other] })).toEqual(["2026-11-22T18:30:00Z"]);
    expect(starts({ exceptions: [other, { date: "2026-11-23", kind: "OFF" }] })).toEqual([]);
    expect(starts({ exceptions: [{ date: "2026-11-24", kind: "OFF" }] })).toHaveLength(4);
  });

  it("leaves out what overlaps busy time, and keeps what touches it", () => {
    const busy = [interval(at("2026-11-23T04:00:00Z"), at("2026-11-23T04:45:00Z"))];
    expect(starts({ busy })).toEqual(["2026-11-23T03:30:00Z", "2026-11-23T05:00:00Z"]);
  });

  it("begins later than the notice, as booking demands", () => {
    const now = at("2026-11-23T03:00:00Z");
    expect(starts({ now, minNoticeMin: 60 })).toEqual(["2026-11-23T04:30:00Z", "2026-11-23T05:00:00Z"]);
    expect(starts({ now: at("2026-11-23T02:59:59Z"), minNoticeMin: 60 })).toHaveLength(3);
  });

  it.each([0, -30, 7.5, Number.NaN])("refuses visits of %s minutes instead of looping", (visitLengthMin) => {
    expect(() => generateSlots(hours({ visitLengthMin }))).toThrow(RangeError);
  });

  it("gives nothing for a period that ends before it begins", () => {
    expect(starts({ to: day("2026-11-22") })).toEqual([]);
  });

  it("never overlaps itself, even when the windows do", () => {
    const slots = generateSlots(hours({ windows: [...everyDay(540, 660), ...everyDay(550, 700)] }));
    for (const [index, slot] of slots.entries()) {
      const next = slots[index + 1];
      expect(next === undefined || !overlaps(slot, next)).toBe(true);
    }
  });
});

describe("clock changes", () => {
  const night = everyDay(0, 4 * 60);
  it.each([
    [
      "New York skips 2:00",
      "America/New_York",
      "2026-03-08",
      ["05:00", "05:30", "06:00", "06:30", "07:00", "07:30"],
    ],
    [
      "New York repeats 1:00",
      "America/New_York",
      "2026-11-01",
      ["04:00", "04:30", "05:00", "05:30", "06:00", "06:30", "07:00", "07:30", "08:00", "08:30"],
    ],
    ["Lord Howe skips half an hour", "Australia/Lord_Howe", "2026-10-04", 7],
    ["Lord Howe repeats half an hour", "Australia/Lord_Howe", "2026-04-05", 9],
    [
      "São Paulo skips midnight",
      "America/Sao_Paulo",
      "2018-11-04",
      ["03:00", "03:30", "04:00", "04:30", "05:00", "05:30"],
    ],
    ["Apia skips the whole day", "Pacific/Apia", "2011-12-30", []],
    ["Kathmandu never changes", "Asia/Kathmandu", "2026-03-29", 8],
  ])("%s", (_, timezone, date, expected) => {
    const found = starts({ timezone, windows: night, from: day(date), to: day(date) });
    if (typeof expected === "number") expect(found).toHaveLength(expected);
    else expect(found.map((text) => text.slice(11, 16))).toEqual(expected);
  });

  it("offers no visit during which the clocks change", () => {
    const date = day("2026-03-08");
    const found = starts({
      timezone: "America/New_York",
      windows: night,
      visitLengthMin: 45,
      from: date,
      to: date,
    });
    // 1:30 to 2:15 does not exist on that wall, 2:15 neither; 3:00 is the next.
    expect(found.map((text) => text.slice(11, 16))).toEqual(["05:00", "05:45", "07:00"]);
  });

  it("keeps the afternoon after a change where the wall clock says", () => {
    const date = day("2026-03-08");
    const found = starts({ timezone: "America/New_York", windows: everyDay(840, 900), from: date, to: date });
    expect(found.map((text) => text.slice(11, 16))).toEqual(["18:00", "18:30"]);
  });
});
