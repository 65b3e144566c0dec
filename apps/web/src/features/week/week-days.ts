import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import { endOfDay, localDay, startOfDay, weekOf } from "@amrutam/domain/time/local-day";
import { localDate } from "@amrutam/domain/wire";
import { Temporal } from "temporal-polyfill";

export type WeekDay = Readonly<{
  date: string /** first instant, and the first after it; ISO */;
  startsAt: string;
  endsAt: string;
}>;
export type Week = Readonly<{
  days: readonly WeekDay[];
  /** Mondays around it, `YYYY-MM-DD`. */
  previous: string;
  next: string;
  /** The doctor's date of today. */
  today: string;
}>;

/** Years an address may lead to; beyond them calendars and the database have their own opinions. */
const YEARS = { min: 2000, max: 2190 };

/** The date an address asks for; today's for anything that is none. */
function askedDate(from: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (!from || !localDate.safeParse(from).success) return today;
  const date = Temporal.PlainDate.from(from);
  return date.year < YEARS.min || date.year > YEARS.max ? today : date;
}

/**
 * The ISO week, Monday to Sunday, that holds a date of the doctor's calendar.
 * @param from `YYYY-MM-DD` as the address has it @param zone the doctor's @param nowMs epoch milliseconds
 */
export function weekFrom(from: string | undefined, zone: string, nowMs: number): Week {
  const today = localDay(fromEpochMs(nowMs), zone);
  const days = weekOf(askedDate(from, today));
  const monday = days[0] ?? today;
  return {
    days: days.map((day) => ({
      date: day.toString(),
      startsAt: toIso(startOfDay(day, zone)),
      endsAt: toIso(endOfDay(day, zone)),
    })),
    previous: monday.subtract({ days: 7 }).toString(),
    next: monday.add({ days: 7 }).toString(),
    today: today.toString(),
  };
}

/** From the week's first instant to the first after it, as lists ask for it. */
export const weekPeriod = ({ days }: Week) => ({
  from: days[0]?.startsAt ?? "",
  to: days.at(-1)?.endsAt ?? "",
});

/** Does this instant lie on that day? */
export const isOfDay = (iso: string, day: WeekDay): boolean =>
  Date.parse(iso) >= Date.parse(day.startsAt) && Date.parse(iso) < Date.parse(day.endsAt);

/** Weeks ahead that the one on the screen can be copied to. */
const COPY_WEEKS = 8;

export type CopyTarget = Readonly<{
  monday: string /** first instants of its Monday and Sunday; ISO */;
  from: string;
  to: string;
}>;

/** The weeks after this one, and after the last one that is over. @param zone the doctor's */
export function copyTargets(week: Week, zone: string): CopyTarget[] {
  const [thisMonday] = weekOf(Temporal.PlainDate.from(week.today));
  const next = Temporal.PlainDate.from(week.next);
  const first = thisMonday && Temporal.PlainDate.compare(next, thisMonday) < 0 ? thisMonday : next;
  return Array.from({ length: COPY_WEEKS }, (_, index) => {
    const monday = first.add({ weeks: index });
    return {
      monday: monday.toString(),
      from: toIso(startOfDay(monday, zone)),
      to: toIso(startOfDay(monday.add({ days: 6 }), zone)),
    };
  });
}
