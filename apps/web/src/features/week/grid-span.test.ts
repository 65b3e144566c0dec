import { describe, expect, it } from "vitest";
import { drawn, movedBy, type Span, scaleOf, sideBySide, withLength } from "./grid-span";

const at = (day: number, startMin: number, lengthMin = 20): Span => ({ day, startMin, lengthMin });

describe("side by side", () => {
  it("leaves the whole width to what only touches, and shares it between what overlaps", () => {
    const laid = sideBySide([at(0, 600), at(0, 620), at(0, 630), at(1, 620)]);
    expect(laid.map(({ day, startMin, lane, lanes }) => [day, startMin, lane, lanes])).toEqual([
      [0, 600, 0, 1],
      [0, 620, 0, 2],
      [0, 630, 1, 2],
      [1, 620, 0, 1],
    ]);
  });
  it("never puts two over each other, whatever there is", () => {
    // A linear congruential generator: the same weeks on every run.
    let seed = 7;
    const below = (limit: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % limit;
    };
    for (let week = 0; week < 200; week += 1) {
      const spans = Array.from({ length: below(30) }, () => at(below(7), below(1400), 5 + below(235)));
      const laid = sideBySide(spans);
      expect(laid).toHaveLength(spans.length);
      for (const [index, one] of laid.entries()) {
        expect(one.lane).toBeLessThan(one.lanes);
        for (const other of laid.slice(index + 1)) {
          const meet =
            one.day === other.day &&
            one.startMin < other.startMin + other.lengthMin &&
            other.startMin < one.startMin + one.lengthMin;
          if (meet) expect([other.lanes, other.lane === one.lane]).toEqual([one.lanes, false]);
        }
      }
    }
  });
});

it("shows whole hours around everything, and short visits tall enough to read", () => {
  expect(scaleOf([], 20)).toEqual({ fromMin: 480, toMin: 1080, pxPerMin: 1.5 });
  expect(scaleOf([at(0, 445), at(3, 1430)], 20)).toMatchObject({ fromMin: 420, toMin: 1440 });
  expect(scaleOf([at(0, 600, 10)], 30).pxPerMin).toBe(3);
});

it("keeps to steps of five minutes, the week's days and a visit's lengths", () => {
  expect(movedBy(at(6, 600), 1, 7)).toEqual(at(6, 605));
  expect(movedBy(at(0, 600), -1, -9999)).toEqual(at(0, 0));
  expect(movedBy(at(0, 600), 0, 9999).startMin).toBe(1435);
  expect([withLength(at(0, 600), 0).lengthMin, withLength(at(0, 600), 999).lengthMin]).toEqual([5, 240]);
});

it("draws a usual visit at least, downwards or upwards", () => {
  expect(drawn(at(2, 600), 603, 20)).toEqual(at(2, 600, 20));
  expect(drawn(at(2, 600), 648, 20)).toEqual(at(2, 600, 50));
  expect(drawn(at(2, 600), 540, 20)).toEqual(at(2, 540, 60));
});
