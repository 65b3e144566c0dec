import type { Temporal } from "temporal-polyfill";
import type { Mode } from "../doctor/catalogue";
import type { Interval } from "../time/interval";
import { localDay, startOfDay, wallClockMin } from "../time/local-day";
import type { DatedException, WeeklyWindow } from "./hours";
import { windowsOn } from "./hours";

export const CONFLICT_PROBLEMS = ["DAY_OFF", "OUTSIDE_HOURS", "MODE"] as const;
export type ConflictProblem = (typeof CONFLICT_PROBLEMS)[number];

export type BookedVisit = Interval & Readonly<{ consultationId: string; mode: Mode }>;

type HoursOfDoctor = Readonly<{
  timezone: string;
  windows: readonly WeeklyWindow[];
  exceptions: readonly DatedException[];
}>;

/** Where the last minute of a visit lies: an end at midnight is 1440 of the day that ends. */
function endMinOf(visit: Interval, date: Temporal.PlainDate, zone: string): number {
  const isNextDay = !localDay(visit.endsAt, zone).equals(date);
  return isNextDay && visit.endsAt.equals(startOfDay(date.add({ days: 1 }), zone))
    ? 1440
    : wallClockMin(visit.endsAt, zone) + (isNextDay ? 1440 : 0);
}

/** The windows of these hours that hold all of a time; on a day off there are none. */
function windowsAround(time: Interval, { timezone, windows, exceptions }: HoursOfDoctor) {
  const date = localDay(time.startsAt, timezone);
  const isOff = exceptions.some(({ kind, date: on }) => kind === "OFF" && on === date.toString());
  const startMin = wallClockMin(time.startsAt, timezone);
  const endMin = endMinOf(time, date, timezone);
  const around = isOff
    ? []
    : windowsOn(date, windows, exceptions).filter(
        (window) => window.startMin <= startMin && endMin <= window.endMin,
      );
  return { isOff, around };
}

/** Does this time lie within the hours, whatever their modes? */
export const isWithinHours = (time: Interval, hours: HoursOfDoctor): boolean =>
  windowsAround(time, hours).around.length > 0;

/** What speaks against a visit under these hours, or null when it lies within them and is held in one of their modes. */
export function problemUnder(visit: BookedVisit, hours: HoursOfDoctor): ConflictProblem | null {
  const { isOff, around } = windowsAround(visit, hours);
  if (isOff) return "DAY_OFF";
  if (around.length === 0) return "OUTSIDE_HOURS";
  return around.some(({ modes }) => modes.includes(visit.mode)) ? null : "MODE";
}

/**
 * The visits that an edit of hours leaves outside and that were not left outside in the same way before: a decision made
 * once is not asked for again, and a visit in a slot added by hand is no conflict of an edit that doesn't concern it.
 */
export const findConflicts = <V extends BookedVisit>(
  visits: readonly V[],
  before: HoursOfDoctor,
  after: HoursOfDoctor,
): (V & Readonly<{ problem: ConflictProblem }>)[] =>
  visits.flatMap((visit) => {
    const problem = problemUnder(visit, after);
    return problem && problem !== problemUnder(visit, before) ? [{ ...visit, problem }] : [];
  });
