import { describe, expect, it } from "vitest";
import { ROLES } from "../actor";
import { APPROVALS } from "../doctor/catalogue";
import { decideRoleChange, decideStatusChange } from "./change-account";
import { DECISIONS, type Decision, decideDoctor } from "./decide-doctor";

const ALL: Decision[] = ["APPROVED", "REJECTED", "SUSPENDED"];

describe("deciding about a doctor", () => {
  it.each(APPROVALS.flatMap((approval) => ALL.map((decision) => ({ approval, decision }))))(
    "$approval → $decision follows the table",
    ({ approval, decision }) => {
      const result = decideDoctor({ approval, decision, reason: "Number not in the register" });
      const isOpen = (DECISIONS[approval] as readonly Decision[]).includes(decision);
      expect(result.ok ? "ok" : result.code).toBe(isOpen ? "ok" : "admin.illegal_decision");
    },
  );
  it.each([
    ["PENDING", "REJECTED"],
    ["APPROVED", "SUSPENDED"],
  ] as const)("asks for a reason: %s → %s", (approval, decision) => {
    expect(decideDoctor({ approval, decision, reason: "" })).toMatchObject({
      code: "admin.reason_required",
    });
  });
  it("keeps no reason with an approval, so an old one is gone", () => {
    expect(decideDoctor({ approval: "REJECTED", decision: "APPROVED", reason: "seen the original" })).toEqual(
      {
        ok: true,
        value: { reason: null },
      },
    );
  });
});

describe("changing an account", () => {
  const facts = { isSelf: false, role: "PATIENT", hasConsultations: false, hasDoctorRecord: false } as const;
  it("is never done to oneself", () => {
    expect(decideStatusChange({ isSelf: true })).toMatchObject({ code: "admin.self_change" });
    expect(decideRoleChange({ ...facts, role: "ADMIN", isSelf: true }, "SUPPORT")).toMatchObject({
      code: "admin.self_change",
    });
  });
  it.each(ROLES.filter((role) => role !== "PATIENT"))(
    "leaves a patient with visits a patient, not %s",
    (to) => {
      expect(decideRoleChange({ ...facts, hasConsultations: true }, to)).toMatchObject({
        code: "admin.role_fixed",
      });
    },
  );
  it.each(ROLES.filter((role) => role !== "DOCTOR"))("leaves a registered doctor a doctor, not %s", (to) => {
    expect(decideRoleChange({ ...facts, role: "DOCTOR", hasDoctorRecord: true }, to)).toMatchObject({
      code: "admin.role_fixed",
    });
  });
  it("lets an account without a record change, and the same role pass", () => {
    expect(decideRoleChange(facts, "SUPPORT").ok).toBe(true);
    expect(decideRoleChange({ ...facts, hasConsultations: true }, "PATIENT").ok).toBe(true);
  });
});
