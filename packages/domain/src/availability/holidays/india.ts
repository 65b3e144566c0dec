import { listed } from "./holiday";

/**
 * Closed holidays of the central government's offices: the three national days by law, the others by the yearly office
 * memorandum of the Department of Personnel and Training (dopt.gov.in, JCA section). 2026 is the published list from the
 * end of November on; the movable days of 2027 are reckoned from the moon and expected only.
 */
export const INDIA = [
  ...listed([
    ["2026-11-24", "guru_nanak"],
    ["2026-12-25", "christmas"],
    ["2027-01-26", "republic_day"],
    ["2027-03-26", "good_friday"],
    ["2027-08-15", "independence_day"],
    ["2027-10-02", "gandhi_jayanti"],
    ["2027-12-25", "christmas"],
  ]),
  ...listed(
    [
      ["2027-03-10", "id_ul_fitr"],
      ["2027-03-22", "holi"],
      ["2027-05-17", "id_ul_zuha"],
      ["2027-10-09", "dussehra"],
      ["2027-10-29", "diwali"],
      ["2027-11-14", "guru_nanak"],
    ],
    true,
  ),
];
