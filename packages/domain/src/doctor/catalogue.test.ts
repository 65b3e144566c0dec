import { describe, expect, it } from "vitest";
import {
  COUNCIL_CODES,
  councilCovers,
  normaliseRegistrationNumber,
  SPECIALIZATION_CODES,
  systemOf,
} from "./catalogue";

describe("the catalogue", () => {
  it("offers twelve specializations over two systems", () => {
    expect(SPECIALIZATION_CODES).toHaveLength(12);
    expect(new Set(SPECIALIZATION_CODES.map(systemOf))).toEqual(new Set(["MODERN", "AYURVEDA"]));
  });
  it("has a register for every specialization", () => {
    for (const code of SPECIALIZATION_CODES) {
      expect([code, COUNCIL_CODES.some((council) => councilCovers(council, code))]).toEqual([code, true]);
    }
  });
  it("keeps the systems apart", () => {
    expect(councilCovers("KMC", "cardiology")).toBe(true);
    expect(councilCovers("KMC", "kayachikitsa")).toBe(false);
    expect(councilCovers("NCISM", "cardiology")).toBe(false);
  });
});

describe("a registration number", () => {
  it.each([
    ["kmc / 12 345", "KMC/12345"],
    ["ＫＭＣ１２", "KMC12"],
    ["2011/04/1234", "2011/04/1234"],
  ])("%s is %s", (typed, expected) => {
    expect(normaliseRegistrationNumber(typed)).toBe(expected);
  });
});
