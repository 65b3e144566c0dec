import { bookConsultationInput } from "@amrutam/domain/booking/schema";
import * as z from "zod";

/** What was typed for a visit with one doctor, while its author is away to sign in or to another of the doctor's times. */
const kept = z.object({
  doctorId: z.string(),
  mode: bookConsultationInput.shape.mode,
  reason: z.string().max(10_000),
});
export type KeptTyping = z.infer<typeof kept>;

const NAME = "amrutam.booking";

/** Into this tab only; gone with it. */
export function keepTyping(typing: KeptTyping): void {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(typing));
  } catch {
    // Storage may be full or forbidden; then it has to be typed again.
  }
}

/** What was kept for this doctor; it is taken away by reading. */
export function takeTyping(doctorId: string): KeptTyping | null {
  try {
    const text = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    const found = kept.safeParse(JSON.parse(text ?? "null"));
    return found.success && found.data.doctorId === doctorId ? found.data : null;
  } catch {
    return null;
  }
}
