import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromEpochMs } from "./instant";
import type { Interval } from "./interval";
import { contains, holds, intersection, interval, lengthMin, merge, overlaps, subtract } from "./interval";

const at = (min: number) => fromEpochMs(min * 60_000);
const between = (a: number, b: number) => interval(at(a), at(b));
const ends = (stretches: readonly Interval[]) =>
  stretches.map(({ startsAt, endsAt }) => [
    startsAt.epochMilliseconds / 60_000,
    endsAt.epochMilliseconds / 60_000,
  ]);

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => between(start, start + length));
const stretches = fc.array(stretch, { maxLength: 8 });
const minutes = Array.from({ length: 90 }, (_, min) => at(min));
const inAny = (list: readonly Interval[], min: (typeof minutes)[number]) =>
  list.some((one) => holds(one, min));

describe("intervals", () => {
  it("refuse to be empty or backwards", () => {
    expect(() => between(5, 5)).toThrow(RangeError);
    expect(() => between(6, 5)).toThrow(RangeError);
    expect(lengthMin(between(5, 50))).toBe(45);
  });

  it.each([
    ["apart", between(0, 10), between(20, 30), false],
    ["touching", between(0, 10), between(10, 30), false],
    ["sharing a minute", between(0, 11), between(10, 30), true],
    ["one inside", between(0, 30), between(10, 20), true],
    ["the same", between(0, 10), between(0, 10), true],
  ])("%s", (_, a, b, expected) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([expected, expected]);
  });

  it("hold their start and not their end", () => {
    expect([at(9), at(10), at(19), at(20)].map((min) => holds(between(10, 20), min))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("behave like the sets of minutes they are", () => {
    return fc.assert(
      fc.property(stretch, stretches, (one, others) => {
        for (const min of minutes) {
          expect(inAny(merge(others), min)).toBe(inAny(others, min));
          expect(inAny(subtract(one, others), min)).toBe(holds(one, min) && !inAny(others, min));
        }
        const first = others[0];
        if (!first) return;
        const shared = intersection(one, first);
        expect(shared !== null).toBe(overlaps(one, first));
        for (const min of minutes) {
          expect(inAny(shared ? [shared] : [], min)).toBe(holds(one, min) && holds(first, min));
        }
        expect(contains(one, first)).toBe(minutes.every((min) => !holds(first, min) || holds(one, min)));
      }),
      { numRuns: 60 },
    );
  });

  it("merge into stretches with gaps between them", () => {
    expect(ends(merge([between(20, 30), between(0, 10), between(10, 15), between(12, 14)]))).toEqual([
      [0, 15],
      [20, 30],
    ]);
  });
});
