import * as z from "zod";
import { RELATIONSHIPS } from "../dependant/relationship";
import { GENDERS, MODES } from "../doctor/catalogue";
import { openSlot } from "../doctor/schema";
import { prescriptionSummary } from "../prescription/schema";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, instant, moneySchema, page, pageInput } from "../wire";

export const CONSULTATION_STATUSES = [
  "REQUESTED",
  "CONFIRMED",
  "IN_PROGRESS",
  "COMPLETED",
  "CANCELLED",
  "NO_SHOW",
  "EXPIRED",
] as const;
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];
export const PARTIES = ["PATIENT", "DOCTOR", "PLATFORM"] as const;

/** Answer to a booking: REQUESTED holds the slot until `holdExpiresAt`; a free visit is CONFIRMED at once. */
export const bookedConsultation = z.strictObject({
  id,
  status: z.enum(["REQUESTED", "CONFIRMED"]),
  slotId: id,
  doctorId: id,
  startsAt: instant,
  endsAt: instant,
  mode: z.enum(MODES),
  holdExpiresAt: instant.nullable(),
  fee: moneySchema,
});

/** A row of "my visits" (patient) or of the doctor's day. Holds nothing clinical. */
export const consultationItem = z.strictObject({
  id,
  status: z.enum(CONSULTATION_STATUSES),
  mode: z.enum(MODES),
  startsAt: instant,
  endsAt: instant,
  holdExpiresAt: instant.nullable(),
  fee: moneySchema,
  doctor: z.strictObject({ id, fullName: z.string(), specialization: z.string(), timezone: z.string() }),
  /** Who booked and attends: the account. */
  patient: z.strictObject({ id, fullName: z.string() }),
  /** Whom the visit is for, when not the patient: a name and what that person is to the patient. */
  dependant: z.strictObject({ id, fullName: z.string(), relationship: z.enum(RELATIONSHIPS) }).nullable(),
  hasPrescription: z.boolean(),
  /** By how many minutes the doctor said to begin later; null without such a word, or when it counts no more. */
  delayMin: z.int().nullable(),
});
export type ConsultationItem = z.infer<typeof consultationItem>;

export const listConsultationsInput = z.strictObject({
  status: z.enum(CONSULTATION_STATUSES).optional(),
  /** start at or after */
  from: instant.optional(),
  /** start before */
  to: instant.optional(),
  /** newest or oldest start first */
  order: z.enum(["asc", "desc"]).default("desc"),
  ...pageInput(20),
});
export const listConsultationsOutput = page(consultationItem);

/** The patient's next visit with what can still be done about it. Holds nothing clinical. */
export const nextVisit = consultationItem.extend({
  /** Was anything captured? */
  isPaid: z.boolean(),
  /** What would come back if the patient cancelled now; null when it can't be cancelled. */
  refundIfCancelledNow: moneySchema.nullable(),
  /** Until when the patient may move the visit; null when it can't be moved. */
  movableUntil: instant.nullable(),
});
export type NextVisit = z.infer<typeof nextVisit>;
/** null: nothing is ahead. */
export const nextVisitOutput = z.strictObject({ visit: nextVisit.nullable() });

export const consultationDetail = consultationItem.extend({
  reason: z.string(),
  bookedAt: instant,
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  cancelledBy: z.enum(PARTIES).nullable(),
  missedBy: z.enum(PARTIES).nullable(),
  payment: z
    .strictObject({
      id,
      status: z.enum(["PENDING", "SUCCEEDED", "FAILED", "VOID"]),
      amount: moneySchema,
      refunded: moneySchema,
      provider: z.string(),
    })
    .nullable(),
  /** What would come back if the caller cancelled now; null when it can't be cancelled. */
  refundIfCancelledNow: moneySchema.nullable(),
  /** Until when the caller may move the visit; null when it can't be moved. */
  movableUntil: instant.nullable(),
  /**
   * Only for the patient: times of the visit's own day that nobody else can book because the day is full; a visit counts
   * there already and may move to them.
   */
  fullDayTimes: z.array(openSlot),
  /** May the hold be made longer, once? */
  canExtendHold: z.boolean(),
  /** Who moved the visit last, and where from. */
  moved: z.strictObject({ by: z.enum(PARTIES), from: instant }).nullable(),
  /** What the platform gave as its reason for cancelling. */
  cancelReason: z.string().nullable(),
  doctorProfile: z.strictObject({
    qualification: z.string(),
    council: z.string(),
    registrationNumber: z.string(),
    photo: z.string().nullable(),
  }),
  /** Only for the doctor. */
  note: z.strictObject({ body: z.string(), revision: z.int(), updatedAt: instant }).nullable(),
  /** Only for the doctor: completed years of the person treated on the day of the visit, when a date of birth is known. */
  patientAge: z.int().nullable(),
  /** Only for the doctor: of the person treated. */
  patientGender: z.enum(GENDERS).nullable(),
  prescriptions: z.array(prescriptionSummary),
});
export type ConsultationDetail = z.infer<typeof consultationDetail>;

export const cancelConsultationInput = z.strictObject({ id, idempotencyKey: idempotencyKey.optional() });
export const cancelConsultationOutput = z.strictObject({
  id,
  status: z.literal("CANCELLED"),
  refund: moneySchema,
});
export const changedConsultation = z.strictObject({ id, status: z.enum(CONSULTATION_STATUSES) });
/** `by`: who wasn't there; the other side of the caller unless said. */
export const missConsultationInput = z.strictObject({ id, by: z.enum(["PATIENT", "DOCTOR"]).optional() });

export const rescheduleConsultationInput = z.strictObject({ id, slotId: id, idempotencyKey });
/** The visit keeps its id, doctor, mode and fee. */
export const rescheduledConsultation = z.strictObject({
  id,
  status: z.literal("CONFIRMED"),
  slotId: id,
  startsAt: instant,
  endsAt: instant,
});
export const extendedHold = z.strictObject({ id, holdExpiresAt: instant });

export const VISIT_LINK_PURPOSES = ["CHANGE", "CANCEL"] as const;
export type VisitLinkPurpose = (typeof VISIT_LINK_PURPOSES)[number];
/** The text of a link in a mail about a visit. */
const linkToken = z.string().min(20).max(200);
export const visitLinkInput = z.strictObject({ token: linkToken });
/** What the bearer of a link sees: when, how and with whom; nothing of the patient, nothing clinical. */
export const linkedVisit = z.strictObject({
  purpose: z.enum(VISIT_LINK_PURPOSES),
  startsAt: instant,
  endsAt: instant,
  mode: z.enum(MODES),
  doctor: z.strictObject({ id, fullName: z.string(), timezone: z.string() }),
  refundIfCancelledNow: moneySchema.nullable(),
  /** Was anything paid? */
  isPaid: z.boolean(),
  movableUntil: instant.nullable(),
  /** As the patient sees them in {@link consultationDetail}. */
  fullDayTimes: z.array(openSlot),
});
export type LinkedVisit = z.infer<typeof linkedVisit>;
export const cancelByLinkInput = z.strictObject({ token: linkToken, idempotencyKey });
export const cancelledByLink = z.strictObject({ status: z.literal("CANCELLED"), refund: moneySchema });
export const rescheduleByLinkInput = z.strictObject({ token: linkToken, slotId: id, idempotencyKey });
export const rescheduledByLink = z.strictObject({ startsAt: instant, endsAt: instant });

/** `revision` is the one the editor was opened with; 0 for the first save. A stale one is refused, nothing is overwritten. */
export const saveNoteInput = z.strictObject({
  id,
  body: cleanText(20_000, { min: 0, multiline: true }),
  revision: z.int().min(0),
});
export const saveNoteOutput = z.strictObject({ revision: z.int(), updatedAt: instant });
