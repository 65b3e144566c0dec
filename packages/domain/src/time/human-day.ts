/** A date by its count of days, the first being 1 January 1970, and the year it lies in. */
export type CountedDay = Readonly<{ count: number; year: number }>;

/**
 * How people would name a date on a given day. Data, not text: the catalogs know "Tomorrow", Intl knows "Wednesday".
 * `weekday` is used only for the two to six days ahead, where it can mean one date; `hasYear` when the year differs.
 */
export type HumanDay =
  | Readonly<{ kind: "yesterday" | "today" | "tomorrow" | "weekday" }>
  | Readonly<{ kind: "date"; hasYear: boolean }>;

const NEXT_TO_TODAY = { [-1]: "yesterday", 0: "today", 1: "tomorrow" } as const;

/** @param today the viewer's local date */
export function humanDay(date: CountedDay, today: CountedDay): HumanDay {
  const days = date.count - today.count;
  if (days === -1 || days === 0 || days === 1) return { kind: NEXT_TO_TODAY[days] };
  if (days >= 2 && days <= 6) return { kind: "weekday" };
  return { kind: "date", hasYear: date.year !== today.year };
}
