import { Temporal } from "temporal-polyfill";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import { ageOn } from "./age";

/** Older than anybody known has become: a typing error. */
export const OLDEST_YEARS = 130;

/**
 * Can somebody who is here have been born on that date?
 * @param date `YYYY-MM-DD`; @param today where the person is
 * @returns `user.birth_date_impossible` for a day to come, and for one more than 130 years ago
 */
export function decideBirthDate(date: string, today: Temporal.PlainDate): Result<Temporal.PlainDate> {
  const born = Temporal.PlainDate.from(date);
  const age = ageOn(born, today);
  return age === null || age > OLDEST_YEARS ? refuse("user.birth_date_impossible") : ok(born);
}
