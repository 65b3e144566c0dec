import { describe, expect, it } from "vitest";
import { changesOf, mergedWith, newRegistration, type ProfileValues, profileSchema } from "./profile-values";

const kept: ProfileValues = {
  specialization: "dermatology",
  qualification: "MBBS, MD",
  council: "KMC",
  registrationNumber: "KMC/12",
  practisingSince: 2010,
  languages: ["en", "hi"],
  modes: ["VIDEO", "CHAT"],
  gender: "FEMALE",
  feeRupees: 500,
  bio: "Kept.",
  clinicName: "",
  clinicAddress: "",
  clinicPhone: "",
};
const typed = (over: Partial<ProfileValues>) => profileSchema(2026).parse({ ...kept, ...over });

describe("what is sent", () => {
  it("is nothing when nothing differs, in whatever order or spelling", () => {
    expect(changesOf(typed({}), kept)).toEqual({});
    expect(changesOf(typed({ modes: ["CHAT", "VIDEO"], registrationNumber: "kmc / 12" }), kept)).toEqual({});
  });
  it("is what differs, the fee in minor units and the number with its country", () => {
    expect(changesOf(typed({ feeRupees: 650, clinicPhone: "98765 01234", bio: " New. " }), kept)).toEqual({
      fee: { minor: 65_000, currency: "INR" },
      clinicPhone: "+919876501234",
      bio: "New.",
    });
  });
  it("clears what was emptied", () => {
    const before = { ...kept, clinicPhone: "+918212420000" };
    expect(changesOf(typed({ bio: "", clinicPhone: "" }), before)).toEqual({ bio: "", clinicPhone: "" });
  });
});

describe("a changed registration", () => {
  it("is named field by field", () => {
    expect(newRegistration(typed({ bio: "x", feeRupees: 1 }), kept)).toEqual([]);
    expect(newRegistration(typed({ council: "DMC", registrationNumber: "DMC/1" }), kept)).toEqual([
      "council",
      "registrationNumber",
    ]);
  });
});

describe("a record that was saved elsewhere meanwhile", () => {
  it("keeps what was typed here, takes over the rest and names what both changed", () => {
    const stored = { ...kept, bio: "Theirs.", feeRupees: 700, clinicName: "Clinic" };
    const here = { ...kept, bio: "Mine.", qualification: "MBBS", clinicName: "Clinic" };
    expect(mergedWith(stored, here, kept)).toEqual({
      values: { ...stored, bio: "Mine.", qualification: "MBBS" },
      both: ["bio"],
    });
  });
});

it.each([
  ["a council of another system", { council: "NCISM" }, "council", "council_mismatch"],
  ["a year to come", { practisingSince: 2027 }, "practisingSince", "year_ahead"],
  ["a clinic's number that is none", { clinicPhone: "call me" }, "clinicPhone", "text.phone"],
])("refuses %s beside its field", (_, over, field, message) => {
  const [issue] = profileSchema(2026).safeParse({ ...kept, ...over }).error?.issues ?? [];
  expect(issue?.path).toEqual([field]);
  expect(issue?.message).toBe(message);
});
