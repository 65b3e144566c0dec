import * as z from "zod";
import { MODES } from "../doctor/catalogue";
import { id, idempotencyKey, reasonText } from "../wire";

/** The consent a patient gives by booking; the text itself is in the catalogs under `consent.<version>`. */
export const CONSENT_VERSION = "2026-11";

export const bookConsultationInput = z.strictObject({
  idempotencyKey,
  slotId: id,
  mode: z.enum(MODES),
  reason: reasonText,
  /** One of the patient's own dependants; the visit is the patient's own without it. */
  dependantId: id.optional(),
});
export type BookConsultationInput = z.infer<typeof bookConsultationInput>;
