import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { parseInstant, toIso } from "../time/instant";
import { generateSlots, type HoursToFill } from "./generate-slots";
import type { DatedException } from "./hours";

// What the generator should say, found by looking at clocks: no code and no arithmetic is shared with it.

type Wall = Readonly<{ date: string; weekday: number; min: number }>;

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const clocks = new Map<string, (ms: number) => Wall>();

/** Reads a zone's wall clock through Intl alone. */
function wallClock(zone: string): (ms: number) => Wall {
  const known = clocks.get(zone);
  if (known) return known;
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
  // "Sun, 2026-11-22, 14:05": taking the text apart is several times faster than formatToParts.
  const parts = /^(\w{3})\D*(\d{4}-\d\d-\d\d)\D+(\d\d):(\d\d)/;
  const clock = (ms: number) => {
    const [, weekday = "", date = "", hour, minute] = parts.exec(format.format(ms)) ?? [];
    return { date, weekday: WEEKDAYS.indexOf(weekday) + 1, min: Number(hour) * 60 + Number(minute) };
  };
  clocks.set(zone, clock);
  return clock;
}

/** How far a zone's wall is ahead of UTC, minutes. */
function offsetMin(zone: string, ms: number): number {
  const { date, min } = wallClock(zone)(ms);
  return (Date.parse(`${date}T00:00:00Z`) - ms) / 60_000 + min;
}

/** The local dates on which a zone's wall jumped within some years: found by probing, then by halving. */
function changesOf(zone: string, fromYear: number, toYear: number): string[] {
  const STEP_MS = 20 * 86_400_000;
  const end = Date.UTC(toYear, 0, 1);
  const found: string[] = [];
  for (let ms = Date.UTC(fromYear, 0, 1); ms < end; ms += STEP_MS) {
    let [low, high] = [ms, ms + STEP_MS];
    const before = offsetMin(zone, low);
    if (before === offsetMin(zone, high)) continue;
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offsetMin(zone, middle) === before) low = middle;
      else high = middle;
    }
    found.push(wallClock(zone)(high).date);
  }
  return found;
}

const STEP_MIN = 5;

/**
 * Walks every fifth minute around the dates and asks Intl what the wall clock shows. A slot begins where it shows a
 * window's start plus whole visits with their gaps, stands when the clock ticks evenly until its end, and keeps its gap
 * from the slot before it. Windows of a day mustn't overlap.
 */
function oracle(hours: HoursToFill): string[] {
  const { windows, exceptions, visitLengthMin, gapMin = 0, timezone, from, to, now, minNoticeMin } = hours;
  const clock = wallClock(timezone);
  const first = Date.parse(`${from}T00:00:00Z`) - 26 * 3_600_000;
  const last = Date.parse(`${to}T00:00:00Z`) + 50 * 3_600_000;
  const ticks: (Wall & { ms: number })[] = [];
  for (let ms = first; ms <= last; ms += STEP_MIN * 60_000) ticks.push({ ms, ...clock(ms) });
  const ticksPerVisit = visitLengthMin / STEP_MIN;
  let freeFrom = now.epochMilliseconds + minNoticeMin * 60_000 + 1;
  return ticks.flatMap((tick, index) => {
    if (tick.date < from.toString() || tick.date > to.toString() || tick.ms < freeFrom) return [];
    const special = exceptions.filter(({ date }) => date === tick.date);
    if (special.some(({ kind }) => kind === "OFF")) return [];
    const ofDay = special.length > 0 ? special : windows.filter(({ weekday }) => weekday === tick.weekday);
    const isStart = ofDay.some(
      (window) =>
        "startMin" in window &&
        tick.min >= window.startMin &&
        (tick.min - window.startMin) % (visitLengthMin + gapMin) === 0 &&
        tick.min + visitLengthMin <= window.endMin,
    );
    const ticksEvenly = ticks
      .slice(index, index + ticksPerVisit)
      .every((other, place) => other.date === tick.date && other.min === tick.min + place * STEP_MIN);
    if (!isStart || !ticksEvenly) return [];
    freeFrom = tick.ms + (visitLengthMin + gapMin) * 60_000;
    return [new Date(tick.ms).toISOString().replace(".000Z", "Z")];
  });
}

const TZ_DATA = `tz data ${process.versions.tz}`;
/** Every zone that Intl knows, and those a reader would look for by name. */
const ZONES = [
  ...new Set([
    ...Intl.supportedValuesOf("timeZone"),
    "UTC",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "America/New_York",
  ]),
];
const day = (text: string) => Temporal.PlainDate.from(text);
const LONG_AGO = Temporal.Instant.from("2000-01-01T00:00:00Z");

const gridMin = fc.integer({ min: 0, max: 288 }).map((step) => step * 5);
const span = fc
  .tuple(gridMin, gridMin)
  .map(([a, b]) => ({ startMin: Math.min(a, b), endMin: Math.max(a, b), modes: ["VIDEO"] as const }));
const visitLengthMin = fc.constantFrom(5, 15, 20, 30, 45, 60, 90);
const gapMin = fc.constantFrom(0, 0, 5, 10, 15, 30);

/** A period of two or three days around a date, which may be its first, its middle or its last. */
const hoursAround = (timezone: string, dates: readonly string[]): fc.Arbitrary<HoursToFill> =>
  fc
    .record({
      date: fc.constantFrom(...dates),
      window: span,
      visitLengthMin,
      gapMin,
      before: fc.integer({ min: 0, max: 1 }),
      after: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ date, window, before, after, ...rest }) => ({
      ...rest,
      windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...window })),
      exceptions: [],
      busy: [],
      timezone,
      from: day(date).subtract({ days: before }),
      to: day(date).add({ days: after }),
      now: LONG_AGO,
      minNoticeMin: 0,
    }));

const startsOf = (hours: HoursToFill) => generateSlots(hours).map(({ startsAt }) => toIso(startsAt));

describe(`against clocks read through Intl (${TZ_DATA})`, () => {
  it(`agrees in each of ${ZONES.length} zones, on the zone's own changes where it has any`, async () => {
    let changing = 0;
    for (const zone of ZONES) {
      const changes = changesOf(zone, 2008, 2037);
      if (changes.length > 0) changing += 1;
      const dates = changes.length > 0 ? changes : ["2026-03-08", "2026-11-22"];
      await fc.assert(
        fc.property(hoursAround(zone, dates), (hours) => {
          expect(startsOf(hours), zone).toEqual(oracle(hours));
        }),
        { numRuns: 3 },
      );
    }
    // More than half of them changed at least once; fewer would mean that the search for changes found none.
    expect(changing).toBeGreaterThan(ZONES.length / 2);
  }, 300_000);

  it.each([
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["America/Sao_Paulo", "2018-02-17"],
    ["Africa/Casablanca", "2026-02-15"],
    ["Asia/Kathmandu", "2026-03-29"],
    ["Asia/Pyongyang", "2018-05-04"],
    ["America/Caracas", "2016-05-01"],
    ["Antarctica/Troll", "2026-03-29"],
    ["Pacific/Apia", "2011-12-30"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Africa/Casablanca", "2026-03-22"],
    ["America/Sao_Paulo", "2018-11-04"],
    ["Pacific/Apia", "2011-12-29"],
  ])(
    "agrees on the change days of %s (%s), when the horizon and the notice end on them",
    async (zone, date) => {
      const midnight = day(date).toZonedDateTime(zone).toInstant();
      const notice = fc.record({
        nowMin: fc.integer({ min: -600, max: 600 }),
        minNoticeMin: fc.nat({ max: 900 }),
      });
      await fc.assert(
        fc.property(hoursAround(zone, [date]), notice, (hours, { nowMin, minNoticeMin }) => {
          const given = {
            ...hours,
            to: day(date),
            now: midnight.add({ minutes: nowMin }),
            minNoticeMin,
          };
          expect(startsOf(given)).toEqual(oracle(given));
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  it("keeps its gap from visits that are there, in every zone", async () => {
    const anyZone = fc.constantFrom(...ZONES);
    const visit = fc.record({
      atMin: fc.integer({ min: 0, max: 2880 }),
      lengthMin: fc.integer({ min: 5, max: 90 }),
    });
    await fc.assert(
      fc.property(
        anyZone.chain((zone) => hoursAround(zone, ["2026-10-25", "2026-03-29"])),
        fc.array(visit, { maxLength: 4 }),
        (hours, given) => {
          const begin = hours.from.toZonedDateTime(hours.timezone).toInstant();
          const visits = given.map(({ atMin, lengthMin }) => {
            const startsAt = begin.add({ minutes: atMin });
            return { startsAt, endsAt: startsAt.add({ minutes: lengthMin }) };
          });
          const gapMs = (hours.gapMin ?? 0) * 60_000;
          const all = generateSlots(hours);
          const left = generateSlots({ ...hours, visits });
          const isApart = ({ startsAt, endsAt }: (typeof all)[number]) =>
            visits.every(
              (other) =>
                startsAt.epochMilliseconds >= other.endsAt.epochMilliseconds + gapMs ||
                endsAt.epochMilliseconds + gapMs <= other.startsAt.epochMilliseconds,
            );
          expect(left.every(isApart)).toBe(true);
          // Nothing else is lost: whatever could stand without the visits and keeps away from them still does.
          const starts = new Set(left.map(({ startsAt }) => startsAt.epochMilliseconds));
          expect(
            all.filter(isApart).filter(({ startsAt }) => !starts.has(startsAt.epochMilliseconds)),
          ).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it("is read as the same instant on the wall of any viewer", async () => {
    const zones = fc.tuple(fc.constantFrom(...ZONES), fc.constantFrom(...ZONES));
    await fc.assert(
      fc.property(
        zones.chain(([doctor, viewer]) =>
          fc.tuple(hoursAround(doctor, ["2026-03-29", "2026-11-01"]), fc.constant(viewer)),
        ),
        ([hours, viewer]) => {
          for (const { startsAt } of generateSlots(hours)) {
            const wire = parseInstant(toIso(startsAt));
            expect(wire?.equals(startsAt)).toBe(true);
            const shown = startsAt.toZonedDateTimeISO(viewer);
            const wall = wallClock(viewer)(startsAt.epochMilliseconds);
            expect([shown.toPlainDate().toString(), shown.hour * 60 + shown.minute]).toEqual([
              wall.date,
              wall.min,
            ]);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it("agrees around exceptions", async () => {
    const exceptions = span.map((one): DatedException[] => [
      { date: "2026-10-31", kind: "OFF" },
      { date: "2026-11-01", kind: "OTHER_HOURS", ...one, modes: ["CHAT"] },
    ]);
    await fc.assert(
      fc.property(
        hoursAround("America/New_York", ["2026-10-31", "2026-11-01"]),
        exceptions,
        (hours, special) => {
          const given = { ...hours, exceptions: special };
          expect(startsOf(given)).toEqual(oracle(given));
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
