import * as z from "zod";
import { cleanText, phoneE164 } from "../text/text-schema";
import { id, idempotencyKey, instant, localDate, moneySchema, page, pageInput, zone } from "../wire";
import {
  APPROVALS,
  COUNCIL_CODES,
  DOCTOR_SORTS,
  GENDERS,
  LANGUAGES,
  MODES,
  SPECIALIZATION_CODES,
  SYSTEMS_OF_MEDICINE,
} from "./catalogue";
import { PHOTO_MAX_BYTES } from "./photo";

export const openSlot = z.strictObject({
  id,
  startsAt: instant,
  endsAt: instant,
  modes: z.array(z.enum(MODES)),
});

/** What everyone may see of an approved doctor (Telemedicine Practice Guidelines 2020, 3.1: name, qualification, registration). */
const publicDoctor = {
  id,
  fullName: z.string(),
  specialization: z.enum(SPECIALIZATION_CODES),
  systemOfMedicine: z.enum(SYSTEMS_OF_MEDICINE),
  qualification: z.string(),
  council: z.enum(COUNCIL_CODES),
  registrationNumber: z.string(),
  experienceYears: z.int(),
  languages: z.array(z.enum(LANGUAGES)),
  gender: z.enum(GENDERS),
  modes: z.array(z.enum(MODES)),
  fee: moneySchema,
  timezone: z.string(),
  /** name of the own picture (see photo.ts); null: initials are shown */
  photo: z.string().nullable(),
  /** 1.0–5.0, one decimal; null while there are too few (rating/shown-average.ts) */
  rating: z.number().nullable(),
  ratingCount: z.int(),
};

export const searchDoctorsInput = z.strictObject({
  q: cleanText(100, { min: 0 }).optional(),
  specialization: z.enum(SPECIALIZATION_CODES).optional(),
  language: z.enum(LANGUAGES).optional(),
  gender: z.enum(GENDERS).optional(),
  mode: z.enum(MODES).optional(),
  systemOfMedicine: z.enum(SYSTEMS_OF_MEDICINE).optional(),
  /** minor units of INR */
  minFee: z.int().min(0).optional(),
  maxFee: z.int().min(0).optional(),
  minRating: z.number().min(1).max(5).optional(),
  /** only doctors with an open slot on this date, as seen in `timezone` */
  availableOn: localDate.optional(),
  timezone: zone.default("Asia/Kolkata"),
  sort: z.enum(DOCTOR_SORTS).default("soonest"),
  ...pageInput(20),
});
export const doctorCard = z.strictObject({
  ...publicDoctor,
  nextSlots: z.array(openSlot).max(3),
});
/** A search counts no further: to count everybody would cost more than to find the page, and more with each doctor. */
export const COUNTED_TO = 100;
export const searchDoctorsOutput = page(doctorCard).extend({
  /** how many there are in all, or {@link COUNTED_TO} where there are more */
  total: z.int().max(COUNTED_TO),
  isTotalExact: z.boolean(),
});
export type DoctorCard = z.infer<typeof doctorCard>;

export const doctorProfile = z.strictObject({
  ...publicDoctor,
  bio: z.string(),
  clinicName: z.string(),
  clinicAddress: z.string(),
  /** of the clinic, for patients to call; empty when none is stated */
  clinicPhone: z.string(),
  visitLengthMin: z.int(),
});

/** Open slots of one doctor, `from` ≤ start < `to`, at most 31 days. */
export const doctorSlotsInput = z.strictObject({ doctorId: id, from: instant, to: instant });
export const doctorSlotsOutput = z.strictObject({
  doctorId: id,
  timezone: z.string(),
  items: z.array(openSlot),
  /** first open slot at or after `to`, so that an empty week has a way on */
  nextAfter: openSlot.nullable(),
});

/** One slot with its doctor: what the booking page shows before anything is held. */
export const slotDetail = z.strictObject({
  slot: openSlot,
  state: z.enum(["OPEN", "TAKEN", "PAST"]),
  doctor: doctorProfile,
  /** other open times of the same doctor, nearest first */
  alternatives: z.array(openSlot).max(3),
  /** when this one is gone and the doctor has too few: open times with others of the specialization, nearest first */
  elsewhere: z.array(openSlot.extend({ doctor: z.strictObject({ id, fullName: z.string() }) })).max(3),
});

/** What an admin compares with the council's register. */
const registration = {
  specialization: z.enum(SPECIALIZATION_CODES),
  qualification: cleanText(120),
  council: z.enum(COUNCIL_CODES),
  registrationNumber: cleanText(40),
};
const practice = {
  practisingSince: z.int().min(1950).max(2100),
  languages: z.array(z.enum(LANGUAGES)).min(1).max(LANGUAGES.length),
  modes: z.array(z.enum(MODES)).min(1).max(MODES.length),
  fee: moneySchema,
};
const presentation = {
  bio: cleanText(2000, { min: 0, multiline: true }),
  clinicName: cleanText(120, { min: 0 }),
  clinicAddress: cleanText(300, { min: 0, multiline: true }),
};

export const registerDoctorInput = z.strictObject({
  idempotencyKey,
  ...registration,
  ...practice,
  bio: presentation.bio.default(""),
  clinicName: presentation.clinicName.default(""),
  clinicAddress: presentation.clinicAddress.default(""),
  timezone: zone,
  visitLengthMin: z.int().min(5).max(240).default(20),
});

/** What stays away stays as it is. `revision` is the one that was read: a stale one is refused, nothing is overwritten. */
export const updateDoctorInput = z
  .strictObject({
    ...registration,
    ...practice,
    ...presentation,
    clinicPhone: z.union([z.literal(""), phoneE164]),
    gender: z.enum(GENDERS),
  })
  .partial()
  .extend({ revision: z.int().min(1) });

/** A picture as base64, at most 5 MiB before that; `POST /api/doctors/me/photo` takes it as it is. */
export const setPhotoInput = z.strictObject({
  image: z
    .string()
    .min(1)
    .max(Math.ceil(PHOTO_MAX_BYTES / 3) * 4)
    .meta({ contentEncoding: "base64" }),
});
export const ownPhoto = z.strictObject({ photo: z.string().nullable() });

export const ownDoctor = z.strictObject({
  ...doctorProfile.shape,
  practisingSince: z.int(),
  revision: z.int(),
  approval: z.enum(APPROVALS),
  approvalReason: z.string().nullable(),
});
