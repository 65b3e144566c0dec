import { parseInstant, toIso } from "@amrutam/domain/time/instant";
import { daysFrom, endOfDay, localDay, startOfDay } from "@amrutam/domain/time/local-day";
import { localDate } from "@amrutam/domain/wire";
import { Temporal } from "temporal-polyfill";

const DAYS = 7;

export type SlotWeek = Readonly<{
  /** Local dates of the viewer, seven of them. */
  days: readonly string[];
  /** Instants for the query; the past is left out. */
  from: string;
  to: string;
  /** First dates of the weeks beside; there is nothing before today. */
  previous: string | null;
  next: string;
}>;

/** Seven days of the viewer from a date on, never before today. @param first what the address asks for @param now ISO */
export function slotWeek(first: string | undefined, zone: string, now: string): SlotWeek {
  const at = parseInstant(now);
  if (!at) throw new RangeError("not an instant");
  const today = localDay(at, zone);
  const asked = localDate.safeParse(first).success ? Temporal.PlainDate.from(first as string) : today;
  const latest = today.add({ years: 1 });
  const begin = [asked, today].toSorted(Temporal.PlainDate.compare).at(-1) ?? today;
  const start = Temporal.PlainDate.compare(begin, latest) > 0 ? latest : begin;
  const days = daysFrom(start, DAYS);
  const isNow = start.equals(today);
  const before = start.subtract({ days: DAYS });
  return {
    days: days.map(String),
    from: toIso(isNow ? at : startOfDay(start, zone)),
    to: toIso(endOfDay(start.add({ days: DAYS - 1 }), zone)),
    previous: isNow ? null : String(Temporal.PlainDate.compare(before, today) < 0 ? today : before),
    next: String(start.add({ days: DAYS })),
  };
}

/** The viewer's local date of an instant. */
export function dateOf(iso: string, zone: string): string {
  const at = parseInstant(iso);
  if (!at) throw new RangeError("not an instant");
  return localDay(at, zone).toString();
}

/** Noon of a local date, for naming the day. */
export const noonOf = (date: string, zone: string): string =>
  Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: "12:00" })
    .toInstant()
    .toString();
