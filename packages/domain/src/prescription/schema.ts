import * as z from "zod";
import { cleanText } from "../text/text-schema";
import { id, idempotencyKey, instant } from "../wire";

/** One medicine, in the format of the Telemedicine Practice Guidelines 2020 (annex 5) and Drugs Rules 65(10). */
export const prescriptionLine = z.strictObject({
  /** international nonproprietary name; shown in capitals */
  genericName: cleanText(120),
  strength: cleanText(60),
  form: cleanText(40),
  dose: cleanText(60),
  route: cleanText(40, { min: 0 }).default(""),
  frequency: cleanText(60),
  durationDays: z.int().min(1).max(365),
  quantity: cleanText(40, { min: 0 }).default(""),
  instructions: cleanText(300, { min: 0 }).default(""),
});
export type PrescriptionLine = z.infer<typeof prescriptionLine>;

export const issuePrescriptionInput = z.strictObject({
  idempotencyKey,
  consultationId: id,
  /** asked explicitly before prescribing (Guidelines 3.2), completed years */
  patientAge: z.int().min(0).max(130),
  lines: z.array(prescriptionLine).min(1).max(20),
  advice: cleanText(2000, { min: 0, multiline: true }).default(""),
});

export const prescriptionSummary = z.strictObject({ id, version: z.int(), issuedAt: instant });

/** A prescription as it was frozen when issued: later changes of names or clinics don't touch it. */
export const prescriptionDetail = z.strictObject({
  id,
  consultationId: id,
  version: z.int(),
  issuedAt: instant,
  timezone: z.string(),
  doctor: z.strictObject({
    fullName: z.string(),
    qualification: z.string(),
    council: z.string(),
    registrationNumber: z.string(),
    clinicName: z.string(),
    clinicAddress: z.string(),
    clinicPhone: z.string(),
  }),
  patient: z.strictObject({
    fullName: z.string(),
    age: z.int(),
    gender: z.string(),
    address: z.string(),
    /** The account's holder who stands by this patient, where the visit was for a dependant. */
    guardian: z.string().optional(),
  }),
  lines: z.array(prescriptionLine),
  advice: z.string(),
});
export type PrescriptionDetail = z.infer<typeof prescriptionDetail>;
export const getPrescriptionInput = z.strictObject({ consultationId: id });
export const prescriptionList = z.strictObject({ items: z.array(prescriptionDetail) });
/** The printable form; REST answers it as `application/pdf`. */
export const prescriptionPdf = z.strictObject({ filename: z.string(), base64: z.string() });
