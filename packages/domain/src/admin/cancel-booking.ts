import * as z from "zod";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, moneySchema } from "../wire";

/** `reason` is read by patient and doctor. */
export const cancelBookingInput = z.strictObject({ id, reason: cleanText(500), idempotencyKey });
export const cancelBookingOutput = z.strictObject({
  id,
  status: z.literal("CANCELLED"),
  refund: moneySchema,
});
