import type { Temporal } from "temporal-polyfill";
import type { ConsultationStatus } from "../consultation/schema";
import type { Result } from "../result";
import { ok, refuse } from "../result";

/** One medicine: Telemedicine Practice Guidelines 2020, annex 5, and Drugs Rules 65(10). */
export type MedicineLine = Readonly<{
  genericName: string;
  strength: string;
  form: string;
  dose: string;
  route: string;
  frequency: string;
  durationDays: number;
  quantity: string;
}>;

export const LINES = { least: 1, most: 20 } as const;
export const DURATION_DAYS = { least: 1, most: 365 } as const;

const REQUIRED = ["genericName", "strength", "form", "dose", "frequency"] as const;
export type LineProblem = (typeof REQUIRED)[number] | "durationDays";

/** The first field that keeps a line from being dispensed, or null. A name needs letters in some script. */
export function lineProblem(line: MedicineLine): LineProblem | null {
  if (!/\p{L}{2}/u.test(line.genericName)) return "genericName";
  const missing = REQUIRED.find((field) => line[field].trim() === "");
  if (missing) return missing;
  const { durationDays } = line;
  const isDuration =
    Number.isInteger(durationDays) &&
    durationDays >= DURATION_DAYS.least &&
    durationDays <= DURATION_DAYS.most;
  return isDuration ? null : "durationDays";
}

/** @returns `prescription.invalid_line` { index, field }, or { count } when there are none or too many */
export function validateLines(lines: readonly MedicineLine[]): Result<null> {
  if (lines.length < LINES.least || lines.length > LINES.most)
    return refuse("prescription.invalid_line", { count: lines.length });
  for (const [index, line] of lines.entries()) {
    const field = lineProblem(line);
    if (field) return refuse("prescription.invalid_line", { index, field });
  }
  return ok(null);
}

/** Indexes of lines that name a medicine again that stands above them: worth a warning, not a refusal. */
export function repeatedLines(lines: readonly Pick<MedicineLine, "genericName" | "form">[]): number[] {
  const seen = new Set<string>();
  return lines.flatMap(({ genericName, form }, index) => {
    const key = `${genericName.trim().toUpperCase()}\u0000${form.trim().toUpperCase()}`;
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [index] : [];
  });
}

/** How long after the visit its prescription may still be written or corrected, hours. A rule of this platform. */
export const ISSUE_WITHIN_HOURS = 72;

export type IssueFacts = Readonly<{
  isConsultationsDoctor: boolean;
  status: ConsultationStatus;
  completedAt: Temporal.Instant | null;
  /** Completed years, asked explicitly before prescribing (Guidelines 3.2); null when nobody asked. */
  patientAge: number | null;
  /** 0 before the first. */
  latestVersion: number;
  /** The version a correction was written against; null for a first prescription. */
  corrects: number | null;
}>;

/**
 * May this doctor issue now, and as which version? A correction is a new version of the latest; nothing is overwritten.
 * @returns `not_found` (another doctor's visit), `prescription.not_allowed` (not begun, not held, or too long ago),
 * `prescription.age_required`, `prescription.already_issued` { version }; in that order
 */
export function decideIssue(facts: IssueFacts, now: Temporal.Instant): Result<{ version: number }> {
  if (!facts.isConsultationsDoctor) return refuse("not_found");
  if (!isIssuable(facts, now)) return refuse("prescription.not_allowed", { status: facts.status });
  if (facts.patientAge === null) return refuse("prescription.age_required");
  if ((facts.corrects ?? 0) !== facts.latestVersion)
    return refuse("prescription.already_issued", { version: facts.latestVersion });
  return ok({ version: facts.latestVersion + 1 });
}

function isIssuable(
  { status, completedAt }: Pick<IssueFacts, "status" | "completedAt">,
  now: Temporal.Instant,
): boolean {
  if (status === "IN_PROGRESS") return true;
  if (status !== "COMPLETED" || completedAt === null) return false;
  return now.epochMilliseconds - completedAt.epochMilliseconds <= ISSUE_WITHIN_HOURS * 3_600_000;
}
