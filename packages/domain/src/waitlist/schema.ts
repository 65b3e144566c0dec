import * as z from "zod";
import { MODES, SPECIALIZATION_CODES } from "../doctor/catalogue";
import { id, idempotencyKey, instant, localDate, moneySchema, reasonText, zone } from "../wire";

/** Places in queues one patient may have at a time. */
export const MAX_WAITING = 5;
/** Days a window may span, both ends included. */
export const MAX_WINDOW_DAYS = 90;

export const joinWaitlistInput = z
  .strictObject({
    idempotencyKey,
    /** One doctor, or any doctor of a specialization. */
    doctorId: id.optional(),
    specialization: z.enum(SPECIALIZATION_CODES).optional(),
    /** Local dates in `timezone`, both included. */
    fromDate: localDate,
    toDate: localDate,
    timezone: zone,
    mode: z.enum(MODES),
    reason: reasonText,
    dependantId: id.optional(),
  })
  .refine(({ doctorId, specialization }) => (doctorId === undefined) !== (specialization === undefined), {
    path: ["doctorId"],
  })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, { path: ["toDate"] })
  .meta({
    examples: [
      {
        specialization: "general-medicine",
        fromDate: "2026-11-23",
        toDate: "2026-11-30",
        timezone: "Asia/Kolkata",
        mode: "VIDEO",
        reason: "Fever since three days, no cough.",
      },
    ],
  });
export type JoinWaitlistInput = z.infer<typeof joinWaitlistInput>;
export const joinedWaitlist = z.strictObject({ id });

/** A place in a queue that is still waited in. */
export const waitlistItem = z.strictObject({
  id,
  doctor: z.strictObject({ id, fullName: z.string() }).nullable(),
  specialization: z.enum(SPECIALIZATION_CODES),
  /** Whom it is for, when not the patient. */
  dependantName: z.string().nullable(),
  from: instant,
  /** not included */
  to: instant,
  mode: z.enum(MODES),
  /** A time held for the patient right now, and the page that takes it. */
  offer: z
    .strictObject({ startsAt: instant, expiresAt: instant, doctorName: z.string(), path: z.string() })
    .nullable(),
});
export type WaitlistItem = z.infer<typeof waitlistItem>;
export const waitlistList = z.strictObject({ items: z.array(waitlistItem) });

const offerToken = z.string().min(20).max(200);
export const offerInput = z.strictObject({ token: offerToken });
/** What the bearer of an offer's link sees: nothing of the patient, nothing clinical. */
export const waitlistOffer = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  expiresAt: instant,
  mode: z.enum(MODES),
  fee: moneySchema,
  doctor: z.strictObject({ id, fullName: z.string(), specialization: z.string(), timezone: z.string() }),
});
export type WaitlistOffer = z.infer<typeof waitlistOffer>;
export const claimOfferInput = z.strictObject({ token: offerToken, idempotencyKey });
