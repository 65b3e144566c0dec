import type { Mode } from "@amrutam/domain/doctor/catalogue";

/** What was typed for a visit with one doctor, while its author is away to sign in or to another of the doctor's times. */
export type KeptTyping = Readonly<{
  doctorId: string;
  mode: Mode;
  reason: string;
  dependantId: string;
}>;

/** As it was found: the mode may be one that this visit doesn't have. */
export type FoundTyping = Omit<KeptTyping, "mode"> & Readonly<{ mode: string }>;

const NAME = "amrutam.booking";

/** Into this tab only; gone with it. */
export function keepTyping(typing: KeptTyping): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(typing));
  } catch {
    // Storage may be full or forbidden; then it has to be typed again.
  }
}

/** What was kept for this doctor; it is taken away by reading. What it says is judged when the form is sent. */
export function takeTyping(doctorId: string): FoundTyping | null {
  try {
    const text = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    const found = JSON.parse(text ?? "null") as Partial<Record<keyof KeptTyping, unknown>> | null;
    const mode = found?.mode;
    const reason = found?.reason;
    const dependantId = typeof found?.dependantId === "string" ? found.dependantId : "";
    return found?.doctorId === doctorId && typeof mode === "string" && typeof reason === "string"
      ? { doctorId, mode, reason, dependantId }
      : null;
  } catch {
    return null;
  }
}
