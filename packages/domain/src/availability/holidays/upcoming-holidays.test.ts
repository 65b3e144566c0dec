import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { HOLIDAY_REGIONS } from "./regions";
import { HOLIDAYS, upcomingHolidays } from "./upcoming-holidays";

it.each(HOLIDAY_REGIONS)("%s lists each date once, and only dates there are", (region) => {
  const dates = HOLIDAYS[region].map(({ date }) =>
    Temporal.PlainDate.from(date, { overflow: "reject" }).toString(),
  );
  expect(new Set(dates).size).toBe(dates.length);
});

it.each(["GB-ENG", "US"] as const)("%s observes no holiday on a weekend", (region) => {
  const weekend = HOLIDAYS[region].filter(({ date }) => Temporal.PlainDate.from(date).dayOfWeek > 5);
  expect(weekend).toEqual([]);
});

it("puts the days of a period in order, its ends included, and says which are only expected", () => {
  expect(upcomingHolidays("IN", "2027-01-26", "2027-03-22")).toEqual([
    { date: "2027-01-26", name: "republic_day", expected: false },
    { date: "2027-03-10", name: "id_ul_fitr", expected: true },
    { date: "2027-03-22", name: "holi", expected: true },
  ]);
  expect(upcomingHolidays("IN", "2027-03-23", "2027-03-22")).toEqual([]);
});
