import type { Role } from "@amrutam/domain/actor";

/** Fixed and public on purpose: scripts and people rely on them. One per role. */
export const PASSWORDS: Readonly<Record<Role, string>> = {
  PATIENT: "Patient-demo-2026!",
  DOCTOR: "Doctor-demo-2026!",
  SUPPORT: "Support-demo-2026!",
  ADMIN: "Admin-demo-2026!",
};

/** Base32; the second factor of every staff account. */
export const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export const PATIENTS = 200;
export const APPROVED_DOCTORS = 60;
export const PENDING_DOCTORS = 5;
export const STAFF_OF_A_ROLE = 5;

const address = (name: string) => `${name}@amrutam.example`;
const numbered = (name: string, count: number, digits: number) =>
  Array.from({ length: count }, (_, index) => address(`${name}${String(index + 1).padStart(digits, "0")}`));

/** patient@, patient001@ … patient200@ */
export const patientEmails = [address("patient"), ...numbered("patient", PATIENTS, 3)];
/** doctor@, doctor01@ … doctor60@, and those who await approval, doctor61@ … doctor65@ */
export const doctorEmails = [address("doctor"), ...numbered("doctor", APPROVED_DOCTORS + PENDING_DOCTORS, 2)];
export const supportEmails = [address("support"), ...numbered("support", STAFF_OF_A_ROLE, 2)];
export const adminEmails = [address("admin"), ...numbered("admin", STAFF_OF_A_ROLE, 2)];

/** Two who never opened the link of their mail: an unverified account signs in and cannot book. */
export const UNVERIFIED: ReadonlySet<string> = new Set([address("patient199"), address("patient200")]);
