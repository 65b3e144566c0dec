import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Actor } from "./actor";
import { hasRole, hasStepUp, isStaff, ROLES } from "./actor";

const shownAt = Temporal.Instant.from("2026-11-22T10:00:00Z");
const actor = (change: Partial<Actor<"DOCTOR">> = {}): Actor => ({
  userId: "u",
  role: "DOCTOR",
  aal: 2,
  emailVerified: true,
  sessionId: "s",
  doctorId: "d",
  stepUpAt: shownAt,
  ...change,
});

describe("staff", () => {
  it("is everyone but patients", () => {
    const staff = ROLES.filter((role) => isStaff({ ...actor({ doctorId: null }), role } as Actor));
    expect(staff).toEqual(["DOCTOR", "ADMIN", "SUPPORT"]);
  });
  it("narrows to the roles asked for", () => {
    expect(hasRole(actor(), ["PATIENT"])).toBe(false);
    expect(hasRole(actor(), ["PATIENT", "DOCTOR"])).toBe(true);
  });
});

describe("step-up", () => {
  it.each([
    ["at once", actor(), 0, true],
    ["after five minutes to the millisecond", actor(), 300_000, true],
    ["a millisecond later", actor(), 300_001, false],
    ["never shown", actor({ stepUpAt: null }), 0, false],
    ["a session of one factor, all that its account has", actor({ aal: 1 }), 0, true],
  ])("%s", (_, who, afterMs, expected) => {
    expect(hasStepUp(who, shownAt.add({ milliseconds: afterMs }))).toBe(expected);
  });
});
