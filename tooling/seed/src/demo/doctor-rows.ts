import { systemOf } from "@amrutam/domain/doctor/catalogue";
import type { RowOf } from "../insert-rows";
import type { DOCTORS } from "../tables";
import type { Doctor } from "./doctors";
import { lastDay } from "./slots";

const DECIDED_AFTER_MS = 26 * 3_600_000;
export const decidedAtMs = (doctor: Doctor): number => doctor.registeredAtMs + DECIDED_AFTER_MS;

/** @param decidedBy the admin who approved */
export function doctorRow(doctor: Doctor, decidedBy: string, nowMs: number): RowOf<typeof DOCTORS> {
  const { user, approval } = doctor;
  const isApproved = approval === "APPROVED";
  return {
    id: doctor.id,
    user_id: user.id,
    display_name: user.fullName,
    specialization: doctor.specialization,
    system_of_medicine: systemOf(doctor.specialization),
    qualification: doctor.qualification,
    council: doctor.council,
    registration_number: doctor.registrationNumber,
    practising_since: doctor.practisingSince,
    languages: doctor.languages,
    gender: user.gender,
    modes: doctor.modes,
    bio: doctor.bio,
    clinic_name: doctor.clinicName,
    clinic_address: doctor.clinicAddress,
    clinic_phone: doctor.clinicPhone,
    fee_minor: doctor.feeMinor,
    timezone: user.timezone,
    visit_length_min: doctor.visitLengthMin,
    min_notice_min: doctor.minNoticeMin,
    generated_until: isApproved ? lastDay(nowMs, user.timezone).toString() : null,
    approval,
    decided_at: isApproved ? new Date(decidedAtMs(doctor)) : null,
    decided_by: isApproved ? decidedBy : null,
    created_at: new Date(doctor.registeredAtMs),
    pending_since: new Date(doctor.registeredAtMs),
  };
}
