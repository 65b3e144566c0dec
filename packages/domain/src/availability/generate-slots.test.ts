import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { toIso } from "../time/instant";
import { interval, lengthMin, overlaps } from "../time/interval";
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

/** Reads the wall clock through Intl alone: it shares no arithmetic with the generator. */
function wallClock(zone: string) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (ms: number) => {
    const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
    const weekday =
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part.weekday?.slice(0, 3) ?? "") + 1;
    return {
      date: `${part.year}-${part.month}-${part.day}`,
      weekday,
      min: Number(part.hour) * 60 + Number(part.minute),
    };
  };
}

const STEP_MIN = 5;

/**
 * Walks every fifth minute around the dates and asks Intl what the wall clock shows. A slot begins where it shows a
 * window's start plus whole visits, and stands when the clock ticks evenly until its end.
 */
function oracle({ windows, exceptions, visitLengthMin, timezone, from, to }: HoursToFill): string[] {
  const clock = wallClock(timezone);
  const first = Date.parse(`${from}T00:00:00Z`) - 26 * 3_600_000;
  const last = Date.parse(`${to}T00:00:00Z`) + 50 * 3_600_000;
  const ticks: { ms: number; date: string; weekday: number; min: number }[] = [];
  for (let ms = first; ms <= last; ms += STEP_MIN * 60_000) ticks.push({ ms, ...clock(ms) });
  const ticksPerVisit = visitLengthMin / STEP_MIN;
  return ticks.flatMap((tick, index) => {
    if (tick.date < from.toString() || tick.date > to.toString()) return [];
    const special = exceptions.filter(({ date }) => date === tick.date);
    if (special.some(({ kind }) => kind === "OFF")) return [];
    const ofDay = special.length > 0 ? special : windows.filter(({ weekday }) => weekday === tick.weekday);
    const isStart = ofDay.some(
      (window) =>
        "startMin" in window &&
        tick.min >= window.startMin &&
        (tick.min - window.startMin) % visitLengthMin === 0 &&
        tick.min + visitLengthMin <= window.endMin,
    );
    const ticksEvenly = ticks
      .slice(index, index + ticksPerVisit)
      .every((other, place) => other.date === tick.date && other.min === tick.min + place * STEP_MIN);
    return isStart && ticksEvenly ? [new Date(tick.ms).toISOString().replace(".000Z", "Z")] : [];
  });
}

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

describe("against the oracle", () => {
  const ZONES = [
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "America/Sao_Paulo",
    "America/New_York",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "UTC",
  ];
  const CHANGES = [
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Pacific/Apia", "2011-12-30"],
    ["Pacific/Apia", "2011-09-24"],
    ["America/Sao_Paulo", "2018-11-04"],
    ["America/Sao_Paulo", "2018-02-17"],
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Africa/Casablanca", "2026-02-15"],
    ["Africa/Casablanca", "2026-03-22"],
    ["Europe/Dublin", "2026-10-25"],
    ["Asia/Pyongyang", "2018-05-04"],
    ["America/Caracas", "2016-05-01"],
    ["Antarctica/Troll", "2026-03-29"],
  ] as const;

  const gridMin = fc.integer({ min: 0, max: 288 }).map((step) => step * 5);
  const window = fc
    .tuple(gridMin, gridMin)
    .map(([a, b]) => ({ startMin: Math.min(a, b), endMin: Math.max(a, b), modes: ["VIDEO"] as const }));
  const visitLength = fc.constantFrom(5, 10, 15, 20, 25, 30, 45, 60, 90, 120);
  // A period that begins with the change itself is a case of its own.
  const daysBefore = fc.constantFrom(0, 1);
  const compare = (
    zone: string,
    date: string,
    one: { startMin: number; endMin: number },
    visitLengthMin: number,
    before: number,
  ) => {
    const middle = day(date);
    const given = hours({
      timezone: zone,
      visitLengthMin,
      windows: everyDay(one.startMin, one.endMin).filter(
        ({ weekday }) => weekday !== (middle.dayOfWeek % 7) + 1,
      ),
      from: middle.subtract({ days: before }),
      to: middle.add({ days: 1 }),
    });
    const slots = generateSlots(given);
    expect(slots.map((slot) => toIso(slot.startsAt))).toEqual(oracle(given));
    expect(slots.every((slot) => lengthMin(slot) === visitLengthMin)).toBe(true);
  };

  it("agrees on every known change, both sides of it", () => {
    return fc.assert(
      fc.property(
        fc.constantFrom(...CHANGES),
        window,
        visitLength,
        daysBefore,
        ([zone, date], one, length, before) => compare(zone, date, one, length, before),
      ),
      { numRuns: 120 },
    );
  }, 60_000);

  it(`agrees on any day in any zone (tz data ${process.versions.tz})`, () => {
    const anyZone = fc.constantFrom(...ZONES, ...Intl.supportedValuesOf("timeZone"));
    const anyDate = fc
      .integer({ min: 0, max: 9000 })
      .map((days) => day("2008-01-01").add({ days }).toString());
    return fc.assert(fc.property(anyZone, anyDate, window, visitLength, daysBefore, compare), {
      numRuns: 120,
    });
  }, 60_000);

  it("agrees around exceptions", () => {
    const exceptionsOf = (one: { startMin: number; endMin: number }): DatedException[] => [
      { date: "2026-10-31", kind: "OFF" },
      { date: "2026-11-01", kind: "OTHER_HOURS", ...one, modes: ["CHAT"] },
    ];
    return fc.assert(
      fc.property(window, visitLength, (one, visitLengthMin) => {
        const given = hours({
          timezone: "America/New_York",
          visitLengthMin,
          exceptions: exceptionsOf(one),
          from: day("2026-10-30"),
          to: day("2026-11-02"),
        });
        expect(starts(given)).toEqual(oracle(given));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
