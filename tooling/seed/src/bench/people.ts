import { type FieldCipher, newDataKey, openKey } from "@amrutam/db/phi/vault";
import { COUNCILS, SPECIALIZATION_CODES, systemOf } from "@amrutam/domain/doctor/catalogue";
import type { Keys } from "@amrutam/ports/keys";
import type { Client } from "pg";
import { drawName } from "../demo/names";
import { insertRows, type RowOf } from "../insert-rows";
import type { Random } from "../random";
import { DATA_KEYS, DOCTORS, USERS } from "../tables";

const DAY_MS = 86_400_000;
/** As many visits a patient has on average. */
const VISITS_PER_PATIENT = 20;
const LANGUAGES = [["en", "hi"], ["en", "ta"], ["en", "bn"], ["en", "mr"], ["en"]] as const;
const FEES = [0, 30_000, 40_000, 50_000, 75_000, 100_000, 200_000] as const;

export type BenchPatient = Readonly<{ id: string; clinical: FieldCipher }>;
export type BenchPeople = Readonly<{
  doctorIds: readonly string[];
  doctors: readonly Readonly<{ id: string; userId: string; feeMinor: number }>[];
  patients: readonly BenchPatient[];
}>;

type Counts = Readonly<{ doctors: number; consultations: number; sessions: number }>;

/** Nobody signs in with a password here: hashing thousands of them would be the slowest part. */
const userRow = (
  id: string,
  email: string,
  role: string,
  fullName: string,
  at: Date,
): RowOf<typeof USERS> => ({
  id,
  email,
  email_verified_at: at,
  password_hash: null,
  role,
  full_name: fullName,
  gender: "UNKNOWN",
  locale: "en",
  timezone: "Asia/Kolkata",
  phone_sealed: null,
  phone_index: null,
  phone_index_version: 0,
  birth_date_sealed: null,
  address_sealed: null,
  created_at: at,
});

function doctorRow(
  random: Random,
  userId: string,
  displayName: string,
  index: number,
  at: Date,
): RowOf<typeof DOCTORS> {
  const specialization = SPECIALIZATION_CODES[index % SPECIALIZATION_CODES.length] ?? "general-medicine";
  const systemOfMedicine = systemOf(specialization);
  const council =
    Object.entries(COUNCILS).find(([, its]) => its.systemOfMedicine === systemOfMedicine)?.[0] ?? "NMC";
  return {
    id: random.uuid(at.getTime()),
    user_id: userId,
    display_name: displayName,
    specialization,
    system_of_medicine: systemOfMedicine,
    qualification: systemOfMedicine === "MODERN" ? "MBBS, MD" : "BAMS, MD (Ayurveda)",
    council,
    registration_number: `BENCH/${userId.slice(-12)}`,
    practising_since: random.int(1985, 2020),
    languages: random.pick(LANGUAGES),
    gender: "UNKNOWN",
    modes: ["VIDEO", "AUDIO", "CHAT"],
    bio: "",
    clinic_name: "",
    clinic_address: "",
    clinic_phone: "",
    fee_minor: random.pick(FEES),
    timezone: "Asia/Kolkata",
    visit_length_min: 20,
    min_notice_min: 0,
    generated_until: null,
    approval: "APPROVED",
    decided_at: at,
    decided_by: null,
    created_at: at,
    pending_since: at,
  };
}

/** Doctors and patients with their data keys. Addresses carry an id, so that a second run adds to the first. */
export async function insertPeople(
  client: Client,
  random: Random,
  keys: Keys,
  counts: Counts,
  nowMs: number,
): Promise<BenchPeople> {
  const at = new Date(nowMs - 400 * DAY_MS);
  const run = random.int(0, 2 ** 32 - 1).toString(36);
  const patientCount = Math.max(counts.sessions, Math.ceil(counts.consultations / VISITS_PER_PATIENT));
  const users: RowOf<typeof USERS>[] = [];
  const doctors: RowOf<typeof DOCTORS>[] = [];
  const dataKeys: RowOf<typeof DATA_KEYS>[] = [];
  const keyOf = (userId: string, retentionClass: "ACCOUNT" | "CLINICAL") => {
    const key = newDataKey(keys, userId, retentionClass);
    const row = { wrapped_key: key.wrappedKey, master_version: key.masterVersion, created_at: at };
    dataKeys.push({ user_id: userId, retention_class: retentionClass, ...row });
    return openKey(keys, key);
  };
  for (let index = 0; index < counts.doctors; index += 1) {
    const id = random.uuid(at.getTime());
    const name = `Dr. ${drawName(random, new Set()).fullName}`;
    users.push(userRow(id, `doctor-${run}-${index}@bench.example`, "DOCTOR", name, at));
    keyOf(id, "ACCOUNT");
    doctors.push(doctorRow(random, id, name, index, at));
  }
  const patients = Array.from({ length: patientCount }, (_, index) => {
    const id = random.uuid(at.getTime());
    const name = drawName(random, new Set()).fullName;
    users.push(userRow(id, `patient-${run}-${index}@bench.example`, "PATIENT", name, at));
    keyOf(id, "ACCOUNT");
    return { id, clinical: keyOf(id, "CLINICAL") };
  });
  await insertRows(client, "users", USERS, users);
  await insertRows(client, "data_keys", DATA_KEYS, dataKeys);
  await insertRows(client, "doctors", DOCTORS, doctors);
  return {
    doctorIds: doctors.map((row) => String(row.id)),
    doctors: doctors.map((row) => ({
      id: String(row.id),
      userId: String(row.user_id),
      feeMinor: Number(row.fee_minor),
    })),
    patients,
  };
}
