import { describe, expect, it } from "vitest";
import { untilStart } from "./until-start";

const minutes = (count: number) => count * 60_000;

describe("time until a visit", () => {
  it.each([
    [minutes(-3), { unit: "now" }],
    [0, { unit: "now" }],
    [1, { unit: "minutes", minutes: 1 }],
    [minutes(59), { unit: "minutes", minutes: 59 }],
    [minutes(59) + 1, { unit: "hours", hours: 1, minutes: 0 }],
    [minutes(26 * 60 + 5), { unit: "hours", hours: 26, minutes: 5 }],
    [minutes(48 * 60), { unit: "days", days: 2 }],
    [minutes(90 * 60), { unit: "days", days: 3 }],
  ])("%d ms", (leftMs, said) => {
    expect(untilStart(leftMs)).toEqual(said);
  });
});
