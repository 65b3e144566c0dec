import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { humanDay } from "./human-day";

const today = Temporal.PlainDate.from("2026-12-28");

describe("humanDay", () => {
  it.each([
    ["2026-12-26", { kind: "date", hasYear: false }],
    ["2026-12-27", { kind: "yesterday" }],
    ["2026-12-28", { kind: "today" }],
    ["2026-12-29", { kind: "tomorrow" }],
    ["2026-12-30", { kind: "weekday", weekday: 3 }],
    ["2027-01-03", { kind: "weekday", weekday: 7 }],
    ["2027-01-04", { kind: "date", hasYear: true }],
    ["2025-12-28", { kind: "date", hasYear: true }],
  ])("%s", (text, expected) => {
    const { date, ...named } = humanDay(Temporal.PlainDate.from(text), today);
    expect(named).toEqual(expected);
    expect(date.toString()).toBe(text);
  });
});
