import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "./time/instant";
import { instant, localDate } from "./wire";

const two = (n: number) => String(n).padStart(2, "0");

describe("instant", () => {
  it("passes and refuses what parsing does, on every day of every month and on those that there are not", () => {
    for (const year of [1900, 2024, 2026, 2199])
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}T09:30:00.000Z`;
          expect([text, instant.safeParse(text).success]).toEqual([text, parseInstant(text) !== null]);
        }
  });

  it("passes and refuses what parsing does, for texts close to an instant", () => {
    const part = (most: number) => fc.integer({ min: 0, max: most }).map(two);
    const close = fc
      .tuple(part(26), part(61), part(61), fc.constantFrom("Z", "", ".5Z", ".000Z", "+05:30", "z", "+00"))
      .map(([hour, minute, second, tail]) => `2026-11-30T${hour}:${minute}:${second}${tail}`);
    fc.assert(
      fc.property(close, (text) => instant.safeParse(text).success === (parseInstant(text) !== null)),
    );
  });
});

describe("a date", () => {
  it("that was left empty is missing, and no other text is", () => {
    const issueOf = (text: string) => localDate.safeParse(text).error?.issues[0]?.message;
    expect(issueOf("")).toBe("text.required");
    expect(issueOf("2026-11-22")).toBeUndefined();
    for (const text of ["22.11.2026", "2026-02-30", " "]) expect(issueOf(text)).not.toBe("text.required");
  });
});
