import type { PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import { localDay } from "@amrutam/domain/time/local-day";
import { ageOn } from "@amrutam/domain/user/age";
import { Temporal } from "temporal-polyfill";
import type { Random } from "../random";
import { coursesOf } from "./medicines";
import { SPECIALTIES } from "./specialties";
import type { Visit } from "./visits";

const NOTE_SHARE = 0.8;
const PRESCRIPTION_SHARE = 0.45;
const KNOWN_PATIENT = "patient@amrutam.example";

/** Why the patient comes, in the patient's words. */
export const drawReason = (random: Random, visit: Visit): string =>
  random.pick(SPECIALTIES[visit.slot.doctor.specialization].reasons);

/** The doctor's own note; null where none was written. */
export function drawNote(random: Random, visit: Visit): string | null {
  if (visit.status !== "COMPLETED" || !random.chance(NOTE_SHARE)) return null;
  const { findings, advice } = SPECIALTIES[visit.slot.doctor.specialization];
  return `${random.pick(findings)}\nPlan: ${random.pick(advice)}`;
}

/** A prescription frozen as the doctor and the patient stood; null where none was needed. */
export function drawPrescription(random: Random, visit: Visit): PrescriptionDetail | null {
  const { completedAtMs, patient, slot } = visit;
  const treated = visit.dependant ?? patient;
  const { doctor } = slot;
  const courses = coursesOf(doctor.specialization);
  const isWanted = patient.email === KNOWN_PATIENT || random.chance(PRESCRIPTION_SHARE);
  if (visit.status !== "COMPLETED" || completedAtMs === null || !isWanted || courses.length === 0)
    return null;
  const issuedAtMs = completedAtMs - 60_000;
  const day = localDay(fromEpochMs(issuedAtMs), patient.timezone);
  return {
    id: random.uuid(issuedAtMs),
    consultationId: visit.id,
    version: 1,
    issuedAt: toIso(fromEpochMs(issuedAtMs)),
    timezone: doctor.user.timezone,
    doctor: {
      fullName: doctor.user.fullName,
      qualification: doctor.qualification,
      council: doctor.council,
      registrationNumber: doctor.registrationNumber,
      clinicName: doctor.clinicName,
      clinicAddress: doctor.clinicAddress,
      clinicPhone: doctor.clinicPhone,
    },
    patient: {
      fullName: treated.fullName,
      age: ageOn(Temporal.PlainDate.from(treated.birthDate), day) ?? 0,
      gender: treated.gender,
      address: patient.address,
    },
    lines: random.pick(courses),
    advice: random.pick(SPECIALTIES[doctor.specialization].advice),
  };
}
