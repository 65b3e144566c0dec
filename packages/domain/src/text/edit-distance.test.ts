import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance";

describe("editDistance", () => {
  it.each([
    ["skin", "skin", 0],
    ["", "skin", 4],
    ["cardiolgy", "cardiology", 1],
    ["haert", "heart", 1],
    ["dermatoligist", "dermatologist", 1],
    ["asking", "skin", 2],
    ["बुखर", "बुखार", 1],
  ])("from %j to %j is %i", (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it("is the same both ways, and one for a letter left out", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.nat(), (one, other, at) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        const letters = [...one];
        letters.splice(at % letters.length, 1);
        expect(editDistance(one, letters.join(""))).toBe(1);
      }),
    );
  });
});
