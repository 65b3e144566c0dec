import type { Temporal } from "temporal-polyfill";

/**
 * How people would name a date on a given day. Data, not text: the catalogs know "Tomorrow", Intl knows "Wednesday".
 * `weekday` is used only for the two to six days ahead, where it can mean one date; `hasYear` when the year differs.
 */
export type HumanDay =
  | Readonly<{ kind: "yesterday" | "today" | "tomorrow"; date: Temporal.PlainDate }>
  | Readonly<{ kind: "weekday"; date: Temporal.PlainDate; weekday: number }>
  | Readonly<{ kind: "date"; date: Temporal.PlainDate; hasYear: boolean }>;

const NEXT_TO_TODAY = { [-1]: "yesterday", 0: "today", 1: "tomorrow" } as const;

/** @param today the viewer's local date; weekdays are ISO, 1 Monday to 7 Sunday */
export function humanDay(date: Temporal.PlainDate, today: Temporal.PlainDate): HumanDay {
  const days = today.until(date, { largestUnit: "day" }).days;
  if (days === -1 || days === 0 || days === 1) return { kind: NEXT_TO_TODAY[days], date };
  if (days >= 2 && days <= 6) return { kind: "weekday", date, weekday: date.dayOfWeek };
  return { kind: "date", date, hasYear: date.year !== today.year };
}
