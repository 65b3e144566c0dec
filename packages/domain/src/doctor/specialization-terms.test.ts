import { describe, expect, it } from "vitest";
import { SPECIALIZATION_CODES } from "./catalogue";
import { specializationsFor } from "./specialization-terms";

describe("specializationsFor", () => {
  it.each([
    ["skin", ["dermatology"]],
    ["Skin doctor", ["dermatology"]],
    ["derma", ["dermatology"]],
    ["  HEART ", ["cardiology"]],
    ["pédiatrics", ["paediatrics"]],
    ["त्वचा", ["dermatology"]],
    ["बच्चों का डॉक्टर", ["paediatrics", "kaumarabhritya"]],
    ["prasuti-tantra", ["prasuti-tantra"]],
    ["cardiolgist", ["cardiology"]],
    ["a dermatoligist please", ["dermatology"]],
    ["diabtes", ["general-medicine"]],
    ["बुखर", []],
    ["Asha Rao", []],
    ["Dr. Priya Sharma", []],
    ["asking", []],
    ["sk", []],
    ["", []],
    ["%", []],
    ["\u0301", []],
  ])("reads %j as %j", (typed, codes) => {
    expect(specializationsFor(typed)).toEqual(codes);
  });

  it("finds each by its own code", () => {
    for (const code of SPECIALIZATION_CODES) expect(specializationsFor(code)).toContain(code);
  });
});
