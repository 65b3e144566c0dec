import { toIso } from "@amrutam/domain/time/instant";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { choosePeriod } from "./period-choice";

const now = Temporal.Instant.from("2026-11-22T10:00:00Z");
const choose = (query: Parameters<typeof choosePeriod>[0]) => {
  const { name, period, problem } = choosePeriod(query, "Asia/Kolkata", now);
  return [name, toIso(period.from), toIso(period.to), problem];
};

describe("the overview's period", () => {
  it.each([
    ["nothing asked", {}, ["this-month", "2026-10-31T18:30:00Z", "2026-11-22T18:30:00Z", null]],
    ["seven days", { period: "7d" }, ["7d", "2026-11-15T18:30:00Z", "2026-11-22T18:30:00Z", null]],
    [
      "two dates, both included",
      { period: "custom", from: "2026-10-01", to: "2026-10-02" },
      ["custom", "2026-09-30T18:30:00Z", "2026-10-02T18:30:00Z", null],
    ],
    [
      "dates the wrong way round",
      { period: "custom", from: "2026-10-02", to: "2026-10-01" },
      ["custom", "2026-10-31T18:30:00Z", "2026-11-22T18:30:00Z", "backwards"],
    ],
    [
      "more than a year",
      { period: "custom", from: "2024-01-01", to: "2026-10-01" },
      ["custom", "2026-10-31T18:30:00Z", "2026-11-22T18:30:00Z", "too_long"],
    ],
  ] as const)("%s", (_why, query, expected) => {
    expect(choose(query)).toEqual(expected);
  });
});
