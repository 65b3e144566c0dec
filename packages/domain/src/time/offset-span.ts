import type { Temporal } from "temporal-polyfill";

/** A stretch in which a zone keeps one offset. Epoch milliseconds, `endMs` excluded; the ends may be infinite. */
export type OffsetSpan = Readonly<{ startMs: number; endMs: number; offsetMs: number }>;

/** A wall-clock time near the start of a period may belong to the offset before it; changes shift by a day at most. */
const MARGIN_HOURS = 48;

/**
 * The offsets a zone keeps from two days before `from` until `to`, in order and without gaps; the last span reaches to
 * the change after it. With them wall-clock arithmetic is a subtraction, and neither skipped nor repeated hours are a
 * special case: a wall-clock time has as many instants as there are spans that hold `wall − offset`.
 * @param zone IANA zone
 */
export function offsetSpans(from: Temporal.Instant, to: Temporal.Instant, zone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let startMs = Number.NEGATIVE_INFINITY;
  let cursor: Temporal.ZonedDateTime = from.subtract({ hours: MARGIN_HOURS }).toZonedDateTimeISO(zone);
  for (;;) {
    const change: Temporal.ZonedDateTime | null = cursor.getTimeZoneTransition("next");
    const endMs = change ? change.epochMilliseconds : Number.POSITIVE_INFINITY;
    spans.push({ startMs, endMs, offsetMs: cursor.offsetNanoseconds / 1_000_000 });
    if (!change || endMs > to.epochMilliseconds) return spans;
    startMs = endMs;
    cursor = change;
  }
}
