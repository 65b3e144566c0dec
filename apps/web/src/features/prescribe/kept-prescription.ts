import type { PrescribeValues } from "./prescribe-form";

/**
 * A prescription that is being written: survives a press on another page, a crash and a sign-out, in this tab only,
 * until it is issued.
 */
export type KeptPrescription = Pick<PrescribeValues, "patientAge" | "lines" | "advice">;
type Line = PrescribeValues["lines"][number];

const keyOf = (visitId: string) => `amrutam.prescription.${visitId}`;

export function keepPrescription(visitId: string, { patientAge, lines, advice }: KeptPrescription): void {
  try {
    sessionStorage.setItem(keyOf(visitId), JSON.stringify({ patientAge, lines, advice }));
  } catch {
    // No storage here or no room in it: the text is still in the fields.
  }
}

export function forgetPrescription(visitId: string): void {
  try {
    sessionStorage.removeItem(keyOf(visitId));
  } catch {
    // Without storage there is nothing to forget.
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

function lineOf(found: unknown): Line {
  const line = (typeof found === "object" && found !== null ? found : {}) as Partial<
    Record<keyof Line, unknown>
  >;
  return {
    genericName: textOf(line.genericName),
    strength: textOf(line.strength),
    form: textOf(line.form),
    dose: textOf(line.dose),
    route: textOf(line.route),
    frequency: textOf(line.frequency),
    durationDays: numberOf(line.durationDays),
    quantity: textOf(line.quantity),
    instructions: textOf(line.instructions),
  };
}

/** What was kept for this visit; null when nothing was, or nothing that can be read. It is judged like anything typed. */
export function keptPrescription(visitId: string): KeptPrescription | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(visitId)) ?? "null");
    if (typeof found !== "object" || found === null) return null;
    const { patientAge, lines, advice } = found as Partial<Record<keyof KeptPrescription, unknown>>;
    if (!Array.isArray(lines) || lines.length === 0) return null;
    return { patientAge: numberOf(patientAge), lines: lines.map(lineOf), advice: textOf(advice) };
  } catch {
    return null;
  }
}
