import { Temporal } from "temporal-polyfill";
import { earlier, isBefore, later } from "./instant";

/** A stretch of time, start included, end excluded: visits that touch do not overlap. `startsAt` is before `endsAt`. */
export type Interval = Readonly<{ startsAt: Temporal.Instant; endsAt: Temporal.Instant }>;

/** @throws RangeError when it would be empty or backwards */
export function interval(startsAt: Temporal.Instant, endsAt: Temporal.Instant): Interval {
  if (!isBefore(startsAt, endsAt)) throw new RangeError(`${startsAt} is not before ${endsAt}`);
  return { startsAt, endsAt };
}

/** Length in minutes, with a fraction. */
export const lengthMin = ({ startsAt, endsAt }: Interval): number =>
  (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 60_000;

export const overlaps = (a: Interval, b: Interval): boolean =>
  isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);

/** Is the instant inside? The start is, the end is not. */
export const holds = (stretch: Interval, instant: Temporal.Instant): boolean =>
  !isBefore(instant, stretch.startsAt) && isBefore(instant, stretch.endsAt);

/** Does `outer` contain all of `inner`? */
export const contains = (outer: Interval, inner: Interval): boolean =>
  !isBefore(inner.startsAt, outer.startsAt) && !isBefore(outer.endsAt, inner.endsAt);

/** What both share, or null. */
export function intersection(a: Interval, b: Interval): Interval | null {
  if (!overlaps(a, b)) return null;
  return { startsAt: later(a.startsAt, b.startsAt), endsAt: earlier(a.endsAt, b.endsAt) };
}

export const byStart = (a: Interval, b: Interval): number =>
  Temporal.Instant.compare(a.startsAt, b.startsAt) || Temporal.Instant.compare(a.endsAt, b.endsAt);

/** The same stretches in order, those that overlap or touch made one. */
export function merge(stretches: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of stretches.toSorted(byStart)) {
    const last = merged.at(-1);
    if (last && !isBefore(last.endsAt, next.startsAt)) {
      merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: later(last.endsAt, next.endsAt) };
    } else {
      merged.push({ startsAt: next.startsAt, endsAt: next.endsAt });
    }
  }
  return merged;
}

/** What is left of `from` once every stretch of `taken` is cut out, in order. */
export function subtract(from: Interval, taken: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let startsAt = from.startsAt;
  for (const cut of merge(taken)) {
    if (!overlaps(from, cut)) continue;
    if (isBefore(startsAt, cut.startsAt)) left.push({ startsAt, endsAt: cut.startsAt });
    startsAt = later(startsAt, cut.endsAt);
  }
  if (isBefore(startsAt, from.endsAt)) left.push({ startsAt, endsAt: from.endsAt });
  return left;
}
