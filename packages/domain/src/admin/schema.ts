import * as z from "zod";
import { ACCOUNT_STATUSES, CONSOLE_ROLES, ROLES } from "../actor";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import { APPROVALS, MODES } from "../doctor/catalogue";
import { doctorProfile, ownDoctor } from "../doctor/schema";
import { cleanText, email } from "../text/text-schema";
import { id, idempotencyKey, instant, moneySchema, page, pageInput } from "../wire";

const q = cleanText(100, { min: 0 }).optional();

export const listDoctorsInput = z.strictObject({
  approval: z.enum(APPROVALS).optional(),
  q,
  ...pageInput(25),
});
export const adminDoctor = ownDoctor.omit({ clinicPhone: true }).extend({
  userId: id,
  email: z.string(),
  emailVerified: z.boolean(),
  registeredAt: instant,
  /** Since when a decision is awaited; null when none is. */
  pendingSince: instant.nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  /** The record that was decided on last, while a changed one waits; whom it was about and what was decided. */
  previous: doctorProfile
    .pick({
      fullName: true,
      specialization: true,
      qualification: true,
      council: true,
      registrationNumber: true,
    })
    .extend({ approval: z.enum(["APPROVED", "REJECTED"]), replacedAt: instant })
    .nullable(),
});
export const listDoctorsOutput = page(adminDoctor).extend({ pending: z.int() });

/** A reason is required to reject or suspend; the doctor reads it. */
export const decideDoctorInput = z.strictObject({
  id,
  /** The one that was looked at; a doctor who saved since is refused. Left out: whatever stands there. */
  revision: z.int().min(1).optional(),
  decision: z.enum(["APPROVED", "REJECTED", "SUSPENDED"]),
  reason: cleanText(500, { min: 0, multiline: true }).default(""),
});

export const listPeopleInput = z.strictObject({
  q,
  role: z.enum(ROLES).optional(),
  status: z.enum(ACCOUNT_STATUSES).optional(),
  ...pageInput(25),
});
export const person = z.strictObject({
  id,
  fullName: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  status: z.enum(ACCOUNT_STATUSES),
  emailVerified: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant.nullable(),
});
export const listPeopleOutput = page(person);
export const setStatusInput = z.strictObject({
  id,
  status: z.enum(ACCOUNT_STATUSES),
  reason: cleanText(500),
});
export const setRoleInput = z.strictObject({ id, role: z.enum(ROLES), reason: cleanText(500) });

/** Somebody lost every second factor: one admin asks why and for whom, another decides within a day. */
export const requestFactorResetInput = z.strictObject({ userId: id, reason: cleanText(500) });
export const FACTOR_RESET_STATES = ["OPEN", "APPROVED", "REJECTED", "EXPIRED"] as const;
const named = z.strictObject({ id, fullName: z.string() });
export const factorReset = z.strictObject({
  id,
  person: named.extend({ email: z.string(), role: z.enum(ROLES) }),
  reason: z.string(),
  requestedBy: named,
  requestedAt: instant,
  expiresAt: instant,
  state: z.enum(FACTOR_RESET_STATES),
  decidedBy: named.nullable(),
  decidedAt: instant.nullable(),
  /** The one who looks is neither who asked nor the person concerned, and it is open. */
  mayDecide: z.boolean(),
});
export const listFactorResetsInput = z.strictObject(pageInput(25));
export const listFactorResetsOutput = page(factorReset);
export const decideFactorResetInput = z.strictObject({ id, decision: z.enum(["APPROVED", "REJECTED"]) });

/** Only who works in the console is invited; doctors and patients sign up by themselves. */
export const inviteStaffInput = z.strictObject({
  fullName: cleanText(120),
  email,
  role: z.enum(CONSOLE_ROLES),
  idempotencyKey,
});

export const listBookingsInput = z.strictObject({
  q,
  status: z.enum(CONSULTATION_STATUSES).optional(),
  from: instant.optional(),
  to: instant.optional(),
  doctorId: id.optional(),
  patientId: id.optional(),
  ...pageInput(25),
});
/** What support may see of a booking: nothing clinical. */
export const booking = z.strictObject({
  id,
  status: z.enum(CONSULTATION_STATUSES),
  mode: z.enum(MODES),
  startsAt: instant,
  endsAt: instant,
  bookedAt: instant,
  patient: z.strictObject({ id, fullName: z.string() }),
  doctor: z.strictObject({ id, fullName: z.string(), specialization: z.string() }),
  fee: moneySchema,
  paymentStatus: z.enum(["PENDING", "SUCCEEDED", "FAILED", "VOID"]).nullable(),
  refunded: moneySchema.nullable(),
});
export const listBookingsOutput = page(booking);
