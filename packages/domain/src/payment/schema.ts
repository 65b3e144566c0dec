import * as z from "zod";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import { id, idempotencyKey, instant, moneySchema } from "../wire";

export const initiatePaymentInput = z.strictObject({ consultationId: id, idempotencyKey });

/** `SETTLED`: the visit is confirmed. `REDIRECT`: go to the provider. `REFUNDING`: paid too late, all of it comes back. */
export const initiatePaymentOutput = z.strictObject({
  paymentId: id,
  outcome: z.enum(["SETTLED", "REDIRECT", "REFUNDING"]),
  checkoutUrl: z.string().nullable(),
  consultationStatus: z.enum(CONSULTATION_STATUSES),
});

export const getPaymentInput = z.strictObject({ consultationId: id });
export const paymentDetail = z.strictObject({
  id,
  consultationId: id,
  status: z.enum(["PENDING", "SUCCEEDED", "FAILED", "VOID"]),
  provider: z.string(),
  amount: moneySchema,
  refunded: moneySchema,
  capturedAt: instant.nullable(),
});
