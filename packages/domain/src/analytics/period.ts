import { Temporal } from "temporal-polyfill";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import { isBefore } from "../time/instant";
import { endOfDay, localDay, startOfDay } from "../time/local-day";

export const PERIOD_NAMES = ["today", "7d", "30d", "this-month", "last-month"] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];

/** Longest period anybody may ask for, local days. */
export const PERIOD_DAYS_MAX = 366;

/** `from` ≤ t < `to`; days are counted on the wall clock of `timezone`. */
export type Period = Readonly<{ from: Temporal.Instant; to: Temporal.Instant; timezone: string }>;

/** Local dates, both included. @throws RangeError when `last` lies before `first` */
export function periodOf(first: Temporal.PlainDate, last: Temporal.PlainDate, timezone: string): Period {
  if (Temporal.PlainDate.compare(first, last) > 0) throw new RangeError(`${first} is after ${last}`);
  return { from: startOfDay(first, timezone), to: endOfDay(last, timezone), timezone };
}

/** The dates a name means today. "7d" and "30d" include today; "this-month" ends today. */
function datesOf(name: PeriodName, today: Temporal.PlainDate): [Temporal.PlainDate, Temporal.PlainDate] {
  const firstOfMonth = today.with({ day: 1 });
  switch (name) {
    case "today":
      return [today, today];
    case "7d":
      return [today.subtract({ days: 6 }), today];
    case "30d":
      return [today.subtract({ days: 29 }), today];
    case "this-month":
      return [firstOfMonth, today];
    case "last-month":
      return [firstOfMonth.subtract({ months: 1 }), firstOfMonth.subtract({ days: 1 })];
  }
}

/** A named period as instants. @param timezone IANA zone whose today is meant */
export const namedPeriod = (name: PeriodName, timezone: string, now: Temporal.Instant): Period =>
  periodOf(...datesOf(name, localDay(now, timezone)), timezone);

/** Local dates a period touches, first and last included. */
export function datesIn({ from, to, timezone }: Period): Readonly<{
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  days: number;
}> {
  const first = localDay(from, timezone);
  const last = localDay(to.subtract({ nanoseconds: 1 }), timezone);
  return { first, last, days: first.until(last, { largestUnit: "day" }).days + 1 };
}

/** @returns `input.invalid` { field } when it is empty, backwards or longer than `PERIOD_DAYS_MAX` local days */
export function validatePeriod(period: Period): Result<Period> {
  if (!isBefore(period.from, period.to)) return refuse("input.invalid", { field: "to" });
  if (datesIn(period).days > PERIOD_DAYS_MAX) return refuse("input.invalid", { field: "from" });
  return ok(period);
}

/**
 * The period to compare with: for a whole calendar month the month before, for whole days as many days just before,
 * for anything else the same length of time just before. It always ends where the given one begins.
 */
export function previousPeriod(period: Period): Period {
  const { from, to, timezone } = period;
  const { first, last, days } = datesIn(period);
  const isWholeDays = startOfDay(first, timezone).equals(from) && endOfDay(last, timezone).equals(to);
  if (!isWholeDays) return { from: from.subtract(from.until(to)), to: from, timezone };
  const isWholeMonth = first.day === 1 && last.day === last.daysInMonth && days === last.daysInMonth;
  const before = isWholeMonth ? first.subtract({ months: 1 }) : first.subtract({ days });
  return { from: startOfDay(before, timezone), to: from, timezone };
}
