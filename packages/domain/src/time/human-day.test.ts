import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type CountedDay, humanDay } from "./human-day";

const counted = (text: string): CountedDay => {
  const date = Temporal.PlainDate.from(text);
  return { count: Temporal.PlainDate.from("1970-01-01").until(date).days, year: date.year };
};

describe("humanDay", () => {
  it.each([
    ["2026-12-26", { kind: "date", hasYear: false }],
    ["2026-12-27", { kind: "yesterday" }],
    ["2026-12-28", { kind: "today" }],
    ["2026-12-29", { kind: "tomorrow" }],
    ["2026-12-30", { kind: "weekday" }],
    ["2027-01-03", { kind: "weekday" }],
    ["2027-01-04", { kind: "date", hasYear: true }],
    ["2025-12-28", { kind: "date", hasYear: true }],
  ])("%s", (text, expected) => {
    expect(humanDay(counted(text), counted("2026-12-28"))).toEqual(expected);
  });
});
