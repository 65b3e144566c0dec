import type { Temporal } from "temporal-polyfill";

/** Age of majority, completed years (Indian Majority Act 1875, s. 3): younger patients come with an identified adult. */
export const ADULT_YEARS = 18;

/**
 * Completed years on a date. Someone born on 29 February turns a year older on 1 March of a common year.
 * @param on the date where the patient is @returns null for a date before the birth
 */
export function ageOn(birthDate: Temporal.PlainDate, on: Temporal.PlainDate): number | null {
  const years = on.year - birthDate.year;
  const isBeforeBirthday =
    on.month < birthDate.month || (on.month === birthDate.month && on.day < birthDate.day);
  const age = isBeforeBirthday ? years - 1 : years;
  return age < 0 ? null : age;
}

export const isMinor = (ageYears: number): boolean => ageYears < ADULT_YEARS;
