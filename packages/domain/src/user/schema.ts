import * as z from "zod";
import { ROLES } from "../actor";
import { APPROVALS, GENDERS } from "../doctor/catalogue";
import { cleanText, phoneE164 } from "../text/text-schema";
import { id, localDate, locale, zone } from "../wire";

/** The account itself, for its owner and for screens that must know who looks; nothing that is sealed. */
export const meOutput = z.strictObject({
  id,
  email: z.string(),
  fullName: z.string(),
  role: z.enum(ROLES),
  emailVerified: z.boolean(),
  gender: z.enum(GENDERS),
  locale,
  timezone: z.string(),
  /** 1 password, 2 with second factor */
  aal: z.union([z.literal(1), z.literal(2)]),
  secondFactor: z.boolean(),
  doctor: z.strictObject({ id, approval: z.enum(APPROVALS) }).nullable(),
});

/** Whom to call when something happens during a visit. */
export const emergencyContact = z.strictObject({
  fullName: cleanText(120),
  phone: phoneE164,
  /** What this person is to the account's holder, in their own words. */
  relation: cleanText(60, { min: 0 }).default(""),
});

/** Everything the platform knows of a person, for that person. */
export const profileOutput = meOutput.extend({
  phone: z.string().nullable(),
  dateOfBirth: z.string().nullable(),
  address: z.string().nullable(),
  emergencyContact: z
    .strictObject({ fullName: z.string(), phone: z.string(), relation: z.string() })
    .nullable(),
});
export type Profile = z.infer<typeof profileOutput>;

/** What stays away stays as it is; null clears. The zone changes only when it is named here. */
export const updateProfileInput = z.strictObject({
  fullName: cleanText(120).optional(),
  phone: phoneE164.nullable().optional(),
  gender: z.enum(GENDERS).optional(),
  dateOfBirth: localDate.nullable().optional(),
  address: cleanText(300, { multiline: true }).nullable().optional(),
  timezone: zone.optional(),
  locale: locale.optional(),
  emergencyContact: emergencyContact.nullable().optional(),
});
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
