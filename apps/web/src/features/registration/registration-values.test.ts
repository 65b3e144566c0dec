import { expect, it } from "vitest";
import { councilsFor } from "../practice-fields/practice-values";
import { registrationSchema, toRegistration } from "./registration-values";

const typed = {
  specialization: "dermatology",
  qualification: "MBBS, MD",
  council: "MMC",
  registrationNumber: "2012/04/0123",
  practisingSince: 2012,
  languages: ["en"],
  modes: ["VIDEO"],
  feeRupees: 500,
  timezone: "Asia/Kolkata",
  visitLengthMin: 20,
} as const;
const judge = (over: object) => registrationSchema(2026).safeParse({ ...typed, ...over });

it("turns rupees into minor units", () => {
  expect(toRegistration(registrationSchema(2026).parse(typed)).fee).toEqual({
    minor: 50_000,
    currency: "INR",
  });
});

it.each([
  ["a council of another system", { council: "NCISM" }, "council", "council_mismatch"],
  ["a year to come", { practisingSince: 2027 }, "practisingSince", "year_ahead"],
])("refuses %s beside its field", (_, over, field, message) => {
  expect(judge(over).error?.issues).toMatchObject([{ path: [field], message }]);
});

it("offers the councils of the system that is practised", () => {
  expect(councilsFor("")).toEqual([]);
  expect(councilsFor("kayachikitsa")).toContain("NCISM");
  expect(councilsFor("kayachikitsa")).not.toContain("MMC");
});
