import {
  type Approval,
  COUNCILS,
  type Council,
  type Language,
  type Mode,
  SPECIALIZATION_CODES,
  type Specialization,
} from "@amrutam/domain/doctor/catalogue";
import type { Random } from "../random";
import { APPROVED_DOCTORS } from "./accounts";
import type { Person } from "./people";
import { SPECIALTIES } from "./specialties";

/** A registered doctor, as the public profile shows it. */
export type Doctor = Readonly<{
  id: string;
  user: Person;
  specialization: Specialization;
  qualification: string;
  council: Council;
  registrationNumber: string;
  practisingSince: number;
  languages: readonly Language[];
  modes: readonly Mode[];
  bio: string;
  clinicName: string;
  clinicAddress: string;
  clinicPhone: string;
  feeMinor: number;
  visitLengthMin: number;
  minNoticeMin: number;
  approval: Approval;
  registeredAtMs: number;
  /** Share of the offered slots that get booked, 0 to 1. */
  popularity: number;
}>;

const RUPEE = 100;
/** Fees in rupees; a visit of ₹0 is confirmed at once. */
const FEES = [0, 200, 300, 400, 450, 500, 600, 700, 750, 900, 1000, 1200, 1500, 2000] as const;
const MODES_OFFERED = [["VIDEO", "AUDIO", "CHAT"], ["VIDEO", "AUDIO"], ["VIDEO"], ["VIDEO", "CHAT"]] as const;
const DAY_MS = 86_400_000;

/** English and the mother tongue, often Hindi. */
function languagesOf(random: Random, mother: Language): Language[] {
  const spoken = new Set<Language>(["en", mother]);
  if (random.chance(0.6)) spoken.add("hi");
  return [...spoken];
}

function bioOf(random: Random, person: Person, specialization: Specialization, since: number): string {
  const { focus } = SPECIALTIES[specialization];
  const where = person.timezone === "Asia/Kolkata" ? person.city : "abroad, for families here and there";
  return `I ${random.pick(focus)}. In practice since ${since}, in ${where}.`.replace("in abroad", "abroad");
}

/** @param index in the order of the addresses: 0 is doctor@, the last few still await approval */
function drawDoctor(random: Random, user: Person, index: number): Doctor {
  const isKnown = index === 0;
  const specialization = isKnown
    ? "general-medicine"
    : (SPECIALIZATION_CODES[(index - 1) % SPECIALIZATION_CODES.length] ?? "general-medicine");
  const { qualifications, councils, clinics } = SPECIALTIES[specialization];
  const council = isKnown ? "MMC" : random.pick(councils);
  const practisingSince = isKnown ? 2009 : Number(user.birthDate.slice(0, 4)) + random.int(26, 31);
  const isApproved = index <= APPROVED_DOCTORS;
  const registeredAtMs = isApproved
    ? user.createdAtMs + random.int(1, 3) * DAY_MS
    : user.createdAtMs + DAY_MS;
  return {
    id: random.uuid(registeredAtMs),
    user,
    specialization,
    qualification: isKnown ? "MBBS, MD (General Medicine)" : random.pick(qualifications),
    council,
    registrationNumber:
      COUNCILS[council].systemOfMedicine === "MODERN"
        ? `${practisingSince}/${random.int(10, 99)}/${String(1_000 + index * 37).padStart(4, "0")}`
        : `${council}-${20_000 + index * 113}`,
    practisingSince,
    languages: isKnown ? ["en", "hi", "mr"] : languagesOf(random, user.language),
    modes: isKnown ? MODES_OFFERED[0] : random.pick(MODES_OFFERED),
    bio: bioOf(random, user, specialization, practisingSince),
    clinicName: random.pick(clinics),
    clinicAddress: `${random.int(1, 90)}, ${user.city}`,
    clinicPhone: user.phone,
    feeMinor: isKnown ? 500 * RUPEE : (FEES[(index * 5) % FEES.length] ?? 0) * RUPEE,
    visitLengthMin: isKnown ? 20 : random.pick([15, 20, 20, 30]),
    minNoticeMin: isKnown ? 0 : random.pick([0, 0, 30, 60]),
    approval: isApproved ? "APPROVED" : "PENDING",
    registeredAtMs,
    popularity: isKnown ? 0.3 : random.int(8, 45) / 100,
  };
}

export const drawDoctors = (random: Random, people: readonly Person[]): Doctor[] =>
  people.map((person, index) => drawDoctor(random, person, index));
