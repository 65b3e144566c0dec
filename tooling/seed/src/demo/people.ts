import type { Role } from "@amrutam/domain/actor";
import type { Gender, Language } from "@amrutam/domain/doctor/catalogue";
import type { Random } from "../random";
import { APPROVED_DOCTORS, adminEmails, doctorEmails, patientEmails, supportEmails } from "./accounts";
import { drawName, type Named } from "./names";

const DAY_MS = 86_400_000;

export type Person = Readonly<{
  id: string;
  email: string;
  role: Role;
  fullName: string;
  gender: Gender;
  locale: "en" | "hi";
  timezone: string;
  language: Language;
  city: string;
  /** E.164, of a range nobody is assigned */
  phone: string;
  /** `YYYY-MM-DD` */
  birthDate: string;
  address: string;
  createdAtMs: number;
}>;

const STREETS = ["MG Road", "Station Road", "Gandhi Nagar", "Lake View Road", "Temple Street", "Park Street"];

/** Those whom the README, the screenshots and the scripts know by name. */
const KNOWN: Readonly<Record<string, Named>> = {
  "patient@amrutam.example": { fullName: "Aarav Mehta", gender: "MALE", language: "hi", city: "Bengaluru" },
  "doctor@amrutam.example": { fullName: "Meera Kulkarni", gender: "FEMALE", language: "mr", city: "Pune" },
  "support@amrutam.example": { fullName: "Farah Khan", gender: "FEMALE", language: "hi", city: "Mumbai" },
  "admin@amrutam.example": { fullName: "Vikram Nair", gender: "MALE", language: "hi", city: "Kochi" },
};

/** Who works here may be elsewhere: one in five doctors, over four more zones. */
const DOCTORS_ABROAD = ["Asia/Dubai", "Europe/London", "America/New_York", "Asia/Singapore"] as const;
const zoneOf = (role: Role, index: number): string =>
  role === "DOCTOR" && index % 5 === 4
    ? (DOCTORS_ABROAD[((index - 4) / 5) % DOCTORS_ABROAD.length] ?? "Asia/Kolkata")
    : "Asia/Kolkata";

/** Patients keep arriving; doctors and staff were here first, except for those who await approval. */
function accountAgeDays(random: Random, role: Role, index: number): number {
  if (role === "PATIENT") return index === 0 ? 200 : random.int(2, 240);
  return role === "DOCTOR" && index > APPROVED_DOCTORS ? random.int(2, 9) : random.int(260, 500);
}

/**
 * Everybody of the demo clinic, in the order of their addresses.
 * @param todayMs midnight (UTC) of the day of seeding: accounts were opened in the year before
 */
export function drawPeople(random: Random, todayMs: number): Readonly<Record<Role, Person[]>> {
  const taken = new Set(Object.values(KNOWN).map(({ fullName }) => fullName));
  const person = (role: Role, email: string, index: number): Person => {
    const { fullName, gender, language, city } = KNOWN[email] ?? drawName(random, taken);
    const ageDays = accountAgeDays(random, role, index);
    const createdAtMs = todayMs - ageDays * DAY_MS + random.int(0, 1_439) * 60_000;
    const year = role === "PATIENT" ? random.int(1948, 2006) : random.int(1965, 1992);
    const month = String(random.int(1, 12)).padStart(2, "0");
    return {
      id: random.uuid(createdAtMs),
      email,
      role,
      fullName: role === "DOCTOR" ? `Dr. ${fullName}` : fullName,
      gender,
      locale: role === "PATIENT" && index > 0 && random.chance(0.2) ? "hi" : "en",
      timezone: zoneOf(role, index),
      language,
      city,
      phone: `+915550${String(random.int(0, 999_999)).padStart(6, "0")}`,
      birthDate: `${year}-${month}-${String(random.int(1, 28)).padStart(2, "0")}`,
      address: `${random.int(1, 240)}, ${random.pick(STREETS)}, ${city}`,
      createdAtMs,
    };
  };
  const all = (role: Role, emails: readonly string[]) =>
    emails.map((email, index) => person(role, email, index));
  return {
    PATIENT: all("PATIENT", patientEmails),
    DOCTOR: all("DOCTOR", doctorEmails),
    SUPPORT: all("SUPPORT", supportEmails),
    ADMIN: all("ADMIN", adminEmails),
  };
}
