import { listed } from "./holiday";

/** Bank holidays in England and Wales with their substitute days, as gov.uk/bank-holidays publishes them (Banking and Financial Dealings Act 1971). */
export const ENGLAND = listed([
  ["2026-12-25", "christmas"],
  ["2026-12-28", "boxing_day"],
  ["2027-01-01", "new_year"],
  ["2027-03-26", "good_friday"],
  ["2027-03-29", "easter_monday"],
  ["2027-05-03", "early_may"],
  ["2027-05-31", "spring"],
  ["2027-08-30", "summer"],
  ["2027-12-27", "christmas"],
  ["2027-12-28", "boxing_day"],
]);
