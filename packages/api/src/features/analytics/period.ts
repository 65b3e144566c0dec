import { type Period, previousPeriod, validatePeriod } from "@amrutam/domain/analytics/period";
import type { periodInput } from "@amrutam/domain/analytics/schema";
import { type Result, refuse } from "@amrutam/domain/result";
import { toIso } from "@amrutam/domain/time/instant";
import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import { sqlState } from "../../errors";

export type PeriodInput = z.output<typeof periodInput>;

const INVALID_PARAMETER_VALUE = "22023";

/**
 * Checks the period, then asks the database.
 * @returns `input.invalid` for an empty, backward or too long period, and for a zone that the database's own copy of
 * the zone names doesn't have
 */
export async function overPeriod<T>(
  { from, to, timezone }: PeriodInput,
  ask: (period: Period) => Promise<Result<T>>,
): Promise<Result<T>> {
  const period = validatePeriod({
    from: Temporal.Instant.from(from),
    to: Temporal.Instant.from(to),
    timezone,
  });
  if (!period.ok) return period;
  try {
    return await ask(period.value);
  } catch (error) {
    if (sqlState(error) === INVALID_PARAMETER_VALUE) return refuse("input.invalid", { field: "timezone" });
    throw error;
  }
}

/** `from` and `to` as parameters. */
export const ends = ({ from, to }: Period): [from: string, to: string] => [toIso(from), toIso(to)];

/** The same, after the start of the period it is compared with. */
export const endsWithPrevious = (period: Period): [before: string, from: string, to: string] => [
  toIso(previousPeriod(period).from),
  ...ends(period),
];
