import {
  namedPeriod,
  PERIOD_NAMES,
  type Period,
  type PeriodName,
  periodOf,
  validatePeriod,
} from "@amrutam/domain/analytics/period";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { dateRange } from "../listing/query";

/** The overview's part of the address. */
export const overviewQuery = z.object({
  period: z.enum([...PERIOD_NAMES, "custom"]).optional(),
  ...dateRange,
});
type OverviewQuery = z.output<typeof overviewQuery>;

export type PeriodChoice = Readonly<{
  name: PeriodName | "custom";
  period: Period;
  /** Why the dates of the address were not taken, so that the page can say so. */
  problem: "backwards" | "too_long" | null;
}>;

const DEFAULT: PeriodName = "this-month";

/** The period an address asks for, in the reader's zone; this month where it asks for none, or for none that can be had. */
export function choosePeriod(query: OverviewQuery, zone: string, now: Temporal.Instant): PeriodChoice {
  const { period: name = DEFAULT, from, to } = query;
  if (name !== "custom") return { name, period: namedPeriod(name, zone, now), problem: null };
  const fallback = { name, period: namedPeriod(DEFAULT, zone, now) };
  if (!from || !to) return { ...fallback, problem: null };
  if (from > to) return { ...fallback, problem: "backwards" };
  const period = periodOf(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), zone);
  return validatePeriod(period).ok ? { name, period, problem: null } : { ...fallback, problem: "too_long" };
}
