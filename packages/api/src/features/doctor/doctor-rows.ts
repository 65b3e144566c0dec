import type {
  Approval,
  Council,
  Gender,
  Language,
  Mode,
  Specialization,
  SystemOfMedicine,
} from "@amrutam/domain/doctor/catalogue";
import type { DoctorCard, doctorProfile, ownDoctor } from "@amrutam/domain/doctor/schema";
import type { Currency } from "@amrutam/domain/money/currencies";
import { money } from "@amrutam/domain/money/money";
import { shownAverage } from "@amrutam/domain/rating/shown-average";
import type { z } from "zod";

export type DoctorProfile = z.infer<typeof doctorProfile>;
export type OwnDoctor = z.infer<typeof ownDoctor>;

export type PublicRow = Readonly<{
  id: string;
  display_name: string;
  specialization: Specialization;
  system_of_medicine: SystemOfMedicine;
  qualification: string;
  council: Council;
  registration_number: string;
  practising_since: number;
  languages: Language[];
  gender: Gender;
  modes: Mode[];
  fee_minor: number;
  currency: Currency;
  timezone: string;
  photo: string | null;
  rating_sum: number;
  rating_count: number;
}>;
export type ProfileRow = PublicRow &
  Readonly<{
    bio: string;
    clinic_name: string;
    clinic_address: string;
    clinic_phone: string;
    visit_length_min: number;
  }>;

/** What doctors see of themselves. */
export type OwnRow = ProfileRow &
  Readonly<{ revision: number; approval: Approval; approval_reason: string | null }>;

/** SQL: what everyone may see of doctor `d`, for lists. */
export const PUBLIC_COLUMNS = `d.id, d.display_name, d.specialization, d.system_of_medicine, d.qualification, d.council,
    d.registration_number::text AS registration_number, d.practising_since, d.languages, d.gender, d.modes, d.fee_minor, d.currency,
    d.timezone, d.photo, d.rating_sum, d.rating_count`;
export const PROFILE_COLUMNS = `${PUBLIC_COLUMNS}, d.bio, d.clinic_name, d.clinic_address, d.clinic_phone, d.visit_length_min`;
export const OWN_COLUMNS = `${PROFILE_COLUMNS}, d.revision, d.approval, d.approval_reason`;

/** @param now decides how many years somebody has practised */
export const toPublicDoctor = (row: PublicRow, now: Date): Omit<DoctorCard, "nextSlots"> => ({
  id: row.id,
  fullName: row.display_name,
  specialization: row.specialization,
  systemOfMedicine: row.system_of_medicine,
  qualification: row.qualification,
  council: row.council,
  registrationNumber: row.registration_number,
  experienceYears: Math.max(0, now.getUTCFullYear() - row.practising_since),
  languages: row.languages,
  gender: row.gender,
  modes: row.modes,
  fee: money(row.fee_minor, row.currency),
  timezone: row.timezone,
  photo: row.photo,
  rating: shownAverage(row.rating_sum, row.rating_count),
  ratingCount: row.rating_count,
});

export const toProfile = (row: ProfileRow, now: Date): DoctorProfile => ({
  ...toPublicDoctor(row, now),
  bio: row.bio,
  clinicName: row.clinic_name,
  clinicAddress: row.clinic_address,
  clinicPhone: row.clinic_phone,
  visitLengthMin: row.visit_length_min,
});

export const toOwnDoctor = (row: OwnRow, now: Date): OwnDoctor => ({
  ...toProfile(row, now),
  practisingSince: row.practising_since,
  revision: row.revision,
  approval: row.approval,
  approvalReason: row.approval_reason,
});
