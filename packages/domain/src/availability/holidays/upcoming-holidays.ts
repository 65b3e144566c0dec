import { ENGLAND } from "./england";
import type { Holiday } from "./holiday";
import { INDIA } from "./india";
import type { HolidayRegion } from "./regions";
import { UNITED_STATES } from "./united-states";

export const HOLIDAYS: Readonly<Record<HolidayRegion, readonly Holiday[]>> = {
  IN: INDIA,
  "GB-ENG": ENGLAND,
  US: UNITED_STATES,
};

/** The holidays of a region within two local dates, both included, in order. @param from `YYYY-MM-DD`, as is `to` */
export const upcomingHolidays = (region: HolidayRegion, from: string, to: string): Holiday[] =>
  HOLIDAYS[region]
    .filter(({ date }) => date >= from && date <= to)
    .toSorted((a, b) => a.date.localeCompare(b.date));
