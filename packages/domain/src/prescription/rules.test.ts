import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import type { IssueFacts, MedicineLine } from "./rules";
import { decideIssue, repeatedLines, validateLines } from "./rules";

const line = (change: Partial<MedicineLine> = {}): MedicineLine => ({
  genericName: "Paracetamol",
  strength: "500 mg",
  form: "tablet",
  dose: "1",
  route: "oral",
  frequency: "three_times_daily",
  durationDays: 5,
  quantity: "15",
  ...change,
});

describe("validateLines", () => {
  it("takes a whole line in any script, and route and quantity may be left out", () => {
    expect(
      validateLines([line(), line({ genericName: "त्रिफला", form: "churna", route: "", quantity: "" })]).ok,
    ).toBe(true);
  });
  it.each([
    ["genericName", { genericName: "500" }],
    ["genericName", { genericName: "" }],
    ["strength", { strength: " " }],
    ["form", { form: "" }],
    ["dose", { dose: "" }],
    ["frequency", { frequency: "" }],
    ["durationDays", { durationDays: 0 }],
    ["durationDays", { durationDays: 366 }],
    ["durationDays", { durationDays: 1.5 }],
    ["durationDays", { durationDays: Number.NaN }],
  ])("names the line and %s (%#)", (field, change) => {
    expect(validateLines([line(), line(change)])).toEqual({
      ok: false,
      code: "prescription.invalid_line",
      details: { index: 1, field },
    });
  });
  it.each([0, 21])("refuses %d lines", (count) => {
    expect(validateLines(Array.from({ length: count }, () => line()))).toMatchObject({ details: { count } });
  });
});

it("points at medicines named twice, however they are written", () => {
  const lines = [line(), line({ genericName: " PARACETAMOL", strength: "650 mg" }), line({ form: "syrup" })];
  expect(repeatedLines(lines)).toEqual([1]);
});

describe("decideIssue", () => {
  const completedAt = Temporal.Instant.from("2026-11-22T10:00:00Z");
  const facts = (change: Partial<IssueFacts> = {}): IssueFacts => ({
    isConsultationsDoctor: true,
    status: "COMPLETED",
    completedAt,
    patientAge: 36,
    latestVersion: 0,
    corrects: null,
    ...change,
  });
  const told = (change: Partial<IssueFacts>, afterHours = 0) => {
    const decision = decideIssue(facts(change), completedAt.add({ minutes: Math.round(afterHours * 60) }));
    return decision.ok ? decision.value.version : decision.code;
  };

  it.each(CONSULTATION_STATUSES)("%s", (status) => {
    const expected = status === "IN_PROGRESS" || status === "COMPLETED" ? 1 : "prescription.not_allowed";
    expect(told({ status })).toBe(expected);
  });
  it.each([
    [
      "another doctor, whatever else is wrong",
      { isConsultationsDoctor: false, status: "REQUESTED" as const },
      0,
      "not_found",
    ],
    ["to the last minute", {}, 72, 1],
    ["a minute late", {}, 72.02, "prescription.not_allowed"],
    ["a visit still going on, however long", { status: "IN_PROGRESS" as const, completedAt: null }, 100, 1],
    ["nobody asked for the age", { patientAge: null }, 0, "prescription.age_required"],
    ["an infant", { patientAge: 0 }, 0, 1],
    ["a second first one", { latestVersion: 1 }, 0, "prescription.already_issued"],
    ["a correction of the latest", { latestVersion: 1, corrects: 1 }, 0, 2],
    ["a correction of an older one", { latestVersion: 2, corrects: 1 }, 0, "prescription.already_issued"],
    ["a correction of nothing", { corrects: 1 }, 0, "prescription.already_issued"],
  ])("%s", (_, change, afterHours, expected) => {
    expect(told(change, afterHours)).toBe(expected);
  });
});
