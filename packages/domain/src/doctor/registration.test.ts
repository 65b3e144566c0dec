import { describe, expect, it } from "vitest";
import { APPROVALS } from "./catalogue";
import {
  changedRegistration,
  decideRegistration,
  REGISTRATION_FIELDS,
  type Registration,
} from "./registration";

const before: Registration = {
  specialization: "dermatology",
  qualification: "MBBS, MD",
  council: "KMC",
  registrationNumber: "KMC/1",
};
const CHANGES = {
  specialization: "cardiology",
  qualification: "MBBS",
  council: "DMC",
  registrationNumber: "KMC/2",
} as const;

describe("a changed registration", () => {
  it.each(REGISTRATION_FIELDS)("is seen by its %s alone", (field) => {
    const after = { ...before, [field]: CHANGES[field] };
    expect(changedRegistration(before, after)).toEqual([field]);
    for (const approval of APPROVALS) {
      const decided = decideRegistration({ approval, before, after });
      if (approval === "SUSPENDED")
        expect(decided).toMatchObject({ ok: false, code: "doctor.registration_fixed" });
      else expect(decided).toEqual({ ok: true, value: { returnsToApproval: true } });
    }
  });

  it("is none when nothing differs, suspended or not", () => {
    for (const approval of APPROVALS)
      expect(decideRegistration({ approval, before, after: { ...before } })).toEqual({
        ok: true,
        value: { returnsToApproval: false },
      });
  });

  it("needs a council of the same system", () => {
    const after = { ...before, specialization: "panchakarma" as const };
    expect(decideRegistration({ approval: "APPROVED", before, after })).toMatchObject({
      code: "input.invalid",
      details: { field: "council" },
    });
  });
});
