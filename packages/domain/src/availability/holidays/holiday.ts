/** What a holiday is called; the catalogs have its name in each language. */
export const HOLIDAY_NAMES = [
  "new_year",
  "republic_day",
  "mlk_day",
  "presidents_day",
  "id_ul_fitr",
  "holi",
  "good_friday",
  "easter_monday",
  "early_may",
  "spring",
  "id_ul_zuha",
  "memorial_day",
  "juneteenth",
  "us_independence_day",
  "independence_day",
  "summer",
  "labor_day",
  "gandhi_jayanti",
  "dussehra",
  "columbus_day",
  "diwali",
  "veterans_day",
  "guru_nanak",
  "thanksgiving",
  "christmas",
  "boxing_day",
] as const;
export type HolidayName = (typeof HOLIDAY_NAMES)[number];

/**
 * One day off work. @property date local, `YYYY-MM-DD`
 * @property expected true while the date hangs on the moon or on a notice that isn't out yet
 */
export type Holiday = Readonly<{ date: string; name: HolidayName; expected: boolean }>;

/** Lists are written down as `["2027-01-26", "republic_day"]`. */
export const listed = (
  rows: readonly (readonly [date: string, name: HolidayName])[],
  expected = false,
): Holiday[] => rows.map(([date, name]) => ({ date, name, expected }));
