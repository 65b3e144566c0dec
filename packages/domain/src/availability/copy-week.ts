import { Temporal } from "temporal-polyfill";
import type { Interval } from "../time/interval";
import { lengthMin } from "../time/interval";

/**
 * The same time on the wall some days later, the same minutes long; null where the clocks skip it or change during it. Of
 * a repeated hour it is the first.
 * @param zone IANA zone @param days may be negative
 */
export function sameWallTime(time: Interval, zone: string, days: number): Interval | null {
  const wall = time.startsAt.toZonedDateTimeISO(zone).toPlainDateTime().add({ days });
  const start = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (!start.toPlainDateTime().equals(wall)) return null;
  const minutes = lengthMin(time);
  const end = start.add({ minutes });
  if (!end.toPlainDateTime().equals(wall.add({ minutes }))) return null;
  return { startsAt: start.toInstant(), endsAt: end.toInstant() };
}

/** The Monday of the ISO week that holds a date. @param date `YYYY-MM-DD` */
export function mondayOf(date: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 });
}
