import { Temporal } from "temporal-polyfill";

type Instant = Temporal.Instant;

// Seconds stop at 59: Temporal would quietly turn a leap second into the one before it.
const ISO_WITH_OFFSET =
  /^(\d{4})-\d{2}-\d{2}T\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Years the platform deals in; PostgreSQL and calendars outside of it have their own opinions. */
const YEARS = { min: 1900, max: 2199 } as const;

/**
 * An instant from the wire: ISO 8601 with date, time to the minute or finer, and an offset (`Z` or `+05:30`).
 * Nothing else: no zone names, no date alone, no expanded years, no leap second.
 * @returns null when the text is not one, or its year lies outside 1900–2199
 */
export function parseInstant(text: string): Instant | null {
  const match = ISO_WITH_OFFSET.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < YEARS.min || year > YEARS.max) return null;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null; // 31 February and 25:00 match the shape
  }
}

/** The wire form: UTC, ISO 8601, milliseconds only when there are any ("2026-11-22T09:30:00Z"). */
export const toIso = (instant: Instant): string => fromEpochMs(instant.epochMilliseconds).toString();

export const fromEpochMs = (ms: number): Instant => Temporal.Instant.fromEpochMilliseconds(ms);

/** @param min minutes, may be negative */
export const plusMin = (instant: Instant, min: number): Instant => instant.add({ minutes: min });

/** Minutes from `a` to `b`, with a fraction; negative when `b` is earlier. */
export const minutesBetween = (a: Instant, b: Instant): number =>
  (b.epochMilliseconds - a.epochMilliseconds) / 60_000;

export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0;
export const isAfter = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) > 0;
export const earlier = (a: Instant, b: Instant): Instant => (isAfter(a, b) ? b : a);
export const later = (a: Instant, b: Instant): Instant => (isBefore(a, b) ? b : a);
