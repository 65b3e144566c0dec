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
  // It may end where the clocks change, so it's the last minute that is looked at.
  const last = start.add({ minutes: minutes - 1 });
  if (!last.toPlainDateTime().equals(wall.add({ minutes: minutes - 1 }))) return null;
  return { startsAt: start.toInstant(), endsAt: start.add({ minutes }).toInstant() };
}

/** The Monday of the ISO week that holds a date. @param date `YYYY-MM-DD` */
export function mondayOf(date: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 });
}
