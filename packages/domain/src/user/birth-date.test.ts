import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { decideBirthDate } from "./birth-date";

const today = Temporal.PlainDate.from("2026-11-22");

it.each([
  ["2026-11-22", true],
  ["2026-11-23", false],
  ["1896-11-22", true],
  ["1895-11-22", false],
  ["0001-01-01", false],
  ["2024-02-29", true],
])("born on %s: %s", (date, possible) => {
  const decision = decideBirthDate(date, today);
  expect(decision.ok ? "ok" : decision.code).toBe(possible ? "ok" : "user.birth_date_impossible");
});
