import { describe, expect, it } from "vitest";
import { dosesOf, FORMS, FREQUENCY_CODES, isForm, isFrequency, isRoute, ROUTES } from "./code-lists";

describe("doses of a course", () => {
  it.each([
    ["three_times_daily", 5, 15],
    ["alternate_days", 5, 3],
    ["weekly", 7, 1],
    ["weekly", 28, 4],
    ["weekly", 29, 5],
    ["once", 1, null],
    ["as_needed", 10, null],
    ["with every full moon", 10, null],
  ])("%s for %d days: %s", (frequency, days, expected) => {
    expect(dosesOf(frequency, days)).toBe(expected);
  });
  it("is never zero for a known frequency", () => {
    for (const frequency of FREQUENCY_CODES) expect(dosesOf(frequency, 1)).not.toBe(0);
  });
});

it("knows its codes, and leaves what a doctor types alone", () => {
  expect([...FORMS].every(isForm) && [...ROUTES].every(isRoute) && FREQUENCY_CODES.every(isFrequency)).toBe(
    true,
  );
  expect([isForm("Lozenge"), isRoute(""), isFrequency("toString")]).toEqual([false, false, false]);
  for (const code of [...FORMS, ...ROUTES, ...FREQUENCY_CODES]) expect(code).toMatch(/^[a-z][a-z0-9_]*$/);
});
