import type { Temporal } from "temporal-polyfill";
import type { Mode } from "../doctor/catalogue";
import { fromEpochMs, plusMin } from "../time/instant";
import type { Interval } from "../time/interval";
import { merge } from "../time/interval";
import { endOfDay, startOfDay } from "../time/local-day";
import type { OffsetSpan } from "../time/offset-span";
import { offsetSpans } from "../time/offset-span";
import type { DatedException, DayWindow, WeeklyWindow } from "./hours";
import { windowsOn } from "./hours";

const MINUTE_MS = 60_000;

export type GeneratedSlot = Interval & Readonly<{ modes: readonly Mode[]; capacity: number }>;

export type HoursToFill = Readonly<{
  windows: readonly WeeklyWindow[];
  exceptions: readonly DatedException[];
  /** Length of a visit in minutes. Visits follow each other from a window's start; a shorter rest is not offered. */
  visitLengthMin: number;
  /** Minutes that stay free between two visits, 0 unless said; a window may still begin or end with a visit. */
  gapMin?: number;
  /** Time that is already spoken for; a slot that overlaps any of it is left out. */
  busy: readonly Interval[];
  /** Visits that are there already: spoken for, and a gap away from every slot. */
  visits?: readonly Interval[];
  /** The doctor's IANA zone: windows and dates are on its wall clock. */
  timezone: string;
  /** Local dates, both included. */
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  now: Temporal.Instant;
  /** A slot begins later than this many minutes after `now`, as `decideBooking` demands. */
  minNoticeMin: number;
}>;

/** The instants at which one window's visits may begin: each wall-clock start, in every span that shows it. */
function startsOf(
  window: DayWindow,
  lengthMin: number,
  gapMin: number,
  date: Temporal.PlainDate,
  spans: readonly OffsetSpan[],
): number[] {
  const wallMidnightMs = date.toZonedDateTime("UTC").epochMilliseconds;
  const lengthMs = lengthMin * MINUTE_MS;
  const starts: number[] = [];
  for (let min = window.startMin; min + lengthMin <= window.endMin; min += lengthMin + gapMin) {
    const wallMs = wallMidnightMs + min * MINUTE_MS;
    for (const span of spans) {
      const startMs = wallMs - span.offsetMs;
      if (startMs >= span.startMs && startMs + lengthMs <= span.endMs) starts.push(startMs);
    }
  }
  return starts;
}

/**
 * The bookable slots of a doctor's hours, in order and never overlapping.
 *
 * A window across a DST change keeps its wall-clock ends; a skipped hour yields no slot, a repeated one yields both. A
 * visit during which the clocks would change is not offered: its end on the wall would not be its start plus its length.
 * Should two windows of a date overlap (`validateHours` refuses that) or touch with less than a gap between their visits,
 * the earlier slot wins.
 * @throws RangeError when the visit length is not a positive whole number of minutes, or the gap a negative or broken one
 */
export function generateSlots(hours: HoursToFill): GeneratedSlot[] {
  const { from, to, timezone, visitLengthMin, gapMin = 0 } = hours;
  if (!Number.isInteger(visitLengthMin) || visitLengthMin <= 0)
    throw new RangeError(`${visitLengthMin} minutes is no length of a visit`);
  if (!Number.isInteger(gapMin) || gapMin < 0) throw new RangeError(`${gapMin} minutes is no gap`);
  const lengthMs = visitLengthMin * MINUTE_MS;
  const spans = offsetSpans(startOfDay(from, timezone), endOfDay(to, timezone), timezone);
  const candidates: { startMs: number; window: DayWindow }[] = [];
  for (let date = from; date.until(to).sign >= 0; date = date.add({ days: 1 })) {
    for (const window of windowsOn(date, hours.windows, hours.exceptions)) {
      for (const startMs of startsOf(window, visitLengthMin, gapMin, date, spans)) {
        candidates.push({ startMs, window });
      }
    }
  }
  candidates.sort((a, b) => a.startMs - b.startMs);

  const apart = (hours.visits ?? []).map(({ startsAt, endsAt }) => ({
    startsAt: plusMin(startsAt, -gapMin),
    endsAt: plusMin(endsAt, gapMin),
  }));
  const busy = merge([...hours.busy, ...apart]).map(({ startsAt, endsAt }) => ({
    startMs: startsAt.epochMilliseconds,
    endMs: endsAt.epochMilliseconds,
  }));
  const notAfterMs = plusMin(hours.now, hours.minNoticeMin).epochMilliseconds;
  const slots: GeneratedSlot[] = [];
  let freeFromMs = Number.NEGATIVE_INFINITY;
  let nextBusy = 0;
  for (const { startMs, window } of candidates) {
    const endMs = startMs + lengthMs;
    if (startMs <= notAfterMs || startMs < freeFromMs) continue;
    while ((busy[nextBusy]?.endMs ?? Number.POSITIVE_INFINITY) <= startMs) nextBusy += 1;
    if ((busy[nextBusy]?.startMs ?? Number.POSITIVE_INFINITY) < endMs) continue;
    const { modes, capacity = 1 } = window;
    slots.push({ startsAt: fromEpochMs(startMs), endsAt: fromEpochMs(endMs), modes, capacity });
    freeFromMs = endMs + gapMin * MINUTE_MS;
  }
  return slots;
}
