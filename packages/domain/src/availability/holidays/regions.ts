/** Regions with a list of public holidays: ISO 3166 codes. */
export const HOLIDAY_REGIONS = ["IN", "GB-ENG", "US"] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];
