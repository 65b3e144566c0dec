import { type HoursWanted, previewHoursInput } from "@amrutam/domain/availability/schema";
import { validateHours } from "@amrutam/domain/availability/validate-hours";
import type { JsonValue } from "@amrutam/domain/result";
import { type FieldErrors, type Resolver, set } from "react-hook-form";
import { type HoursValues, toHours } from "./hours-values";

/** Errors of this type carry a key of `hours.problems`; all others a code of the schema. */
export const HOURS_PROBLEM = "hours";

export type HoursProblem = Readonly<{ path: string; problem: string }>;

const FIELD_OF: Readonly<Record<string, string>> = {
  grid: "from",
  modes: "modes",
  capacity: "capacity",
};
const FORM_NAME: Readonly<Record<string, string>> = { startMin: "from", endMin: "to" };

/**
 * Beside which field of the form a refusal of the hours' rule stands; the browser and the server judge by the same one.
 * @returns null for a refusal that isn't about a field
 */
export function problemOf(code: string, details: Readonly<Record<string, JsonValue>>): HoursProblem | null {
  const { problem, list, index, indexes } = details;
  if (code === "availability.overlap") {
    const second = Array.isArray(indexes) ? indexes[1] : undefined;
    const field = list === "exceptions" ? "date" : "from";
    return { path: `${String(list)}.${String(second)}.${field}`, problem: "overlap" };
  }
  if (code !== "availability.window_invalid" || typeof problem !== "string") return null;
  if (list === undefined)
    return { path: problem === "buffer" ? "bufferBeforeMin" : "visitLengthMin", problem };
  return { path: `${String(list)}.${String(index)}.${FIELD_OF[problem] ?? "to"}`, problem };
}

/** The form's values as the procedure takes them, or what is wrong beside each field: first the shapes, then the rule. */
export const hoursResolver: Resolver<HoursValues, unknown, HoursWanted> = (values) => {
  const errors: FieldErrors<HoursValues> = {};
  const parsed = previewHoursInput.safeParse(toHours(values));
  if (!parsed.success) {
    for (const { path, code, message } of parsed.error.issues) {
      const name = path.map((part) => FORM_NAME[String(part)] ?? String(part)).join(".");
      set(errors, name, { type: code, message });
    }
    return { values: {}, errors };
  }
  const valid = validateHours(parsed.data);
  if (valid.ok) return { values: parsed.data, errors: {} };
  const found = problemOf(valid.code, { ...valid.details });
  if (found) set(errors, found.path, { type: HOURS_PROBLEM, message: found.problem });
  else set(errors, "timezone", { type: "custom", message: "text.zone" });
  return { values: {}, errors };
};
