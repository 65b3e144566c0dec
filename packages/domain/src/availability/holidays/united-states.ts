import { listed } from "./holiday";

/** Federal holidays on the day they are observed: 5 U.S.C. § 6103, Executive Order 11582; opm.gov publishes the same. */
export const UNITED_STATES = listed([
  ["2026-11-26", "thanksgiving"],
  ["2026-12-25", "christmas"],
  ["2027-01-01", "new_year"],
  ["2027-01-18", "mlk_day"],
  ["2027-02-15", "presidents_day"],
  ["2027-05-31", "memorial_day"],
  ["2027-06-18", "juneteenth"],
  ["2027-07-05", "us_independence_day"],
  ["2027-09-06", "labor_day"],
  ["2027-10-11", "columbus_day"],
  ["2027-11-11", "veterans_day"],
  ["2027-11-25", "thanksgiving"],
  ["2027-12-24", "christmas"],
]);
