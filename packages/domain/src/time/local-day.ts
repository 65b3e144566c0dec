import type { Temporal } from "temporal-polyfill";

/** The date on the wall of a zone at an instant. @param zone IANA zone */
export const localDay = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

/** First instant of a local date; 01:00 where the clocks skip midnight. @param zone IANA zone */
export const startOfDay = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone }).toInstant();

/** First instant after a local date. A date a zone skipped (Apia, 30 December 2011) ends where it starts. */
export const endOfDay = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  startOfDay(day.add({ days: 1 }), zone);

/** `count` dates from `first` on, `first` included. */
export const daysFrom = (first: Temporal.PlainDate, count: number): Temporal.PlainDate[] =>
  Array.from({ length: count }, (_, index) => first.add({ days: index }));

/** The ISO week, Monday to Sunday, that holds a date. */
export const weekOf = (day: Temporal.PlainDate): Temporal.PlainDate[] =>
  daysFrom(day.subtract({ days: day.dayOfWeek - 1 }), 7);

/** Minutes since local midnight as the clock on the wall shows them, 0 to 1439. @param zone IANA zone */
export function wallClockMin(at: Temporal.Instant, zone: string): number {
  const { hour, minute } = at.toZonedDateTimeISO(zone);
  return hour * 60 + minute;
}
