import { randomUUID } from "node:crypto";
import {
  type Approval,
  type Council,
  type Gender,
  type Language,
  type Mode,
  type Specialization,
  systemOf,
} from "@amrutam/domain/doctor/catalogue";
import { makePerson, type Person, type Sql } from "./person";

export type Doctor = Person & Readonly<{ role: "DOCTOR"; doctorId: string }>;

type Wishes = Readonly<{
  fullName?: string;
  status?: "ACTIVE" | "DISABLED";
  specialization?: Specialization;
  council?: Council;
  registrationNumber?: string;
  practisingSince?: number;
  languages?: readonly Language[];
  gender?: Gender;
  modes?: readonly Mode[];
  feeMinor?: number;
  timezone?: string;
  visitLengthMin?: number;
  minNoticeMin?: number;
  horizonDays?: number;
  approval?: Approval;
  ratingSum?: number;
  ratingCount?: number;
}>;

/** A registered doctor with an account: approved unless asked otherwise, ₹500, no hours and no slots. */
export async function makeDoctor(sql: Sql, wishes: Wishes = {}): Promise<Doctor> {
  const { fullName = "Dr. Asha Rao", status, gender = "FEMALE", timezone = "Asia/Kolkata" } = wishes;
  const { specialization = "general-medicine", approval = "APPROVED" } = wishes;
  const person = await makePerson(sql, { role: "DOCTOR", fullName, status, gender, timezone });
  const modern = systemOf(specialization) === "MODERN";
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO doctors (user_id, display_name, specialization, system_of_medicine, qualification, council, registration_number,
       practising_since, languages, gender, modes, fee_minor, timezone, visit_length_min, min_notice_min, horizon_days,
       approval, decided_at, rating_sum, rating_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
       $17::"Approval", CASE WHEN $17 <> 'PENDING' THEN now() END, $18, $19)
     RETURNING id`,
    [
      person.userId,
      fullName,
      specialization,
      systemOf(specialization),
      modern ? "MBBS, MD" : "BAMS, MD (Ayurveda)",
      wishes.council ?? (modern ? "KMC" : "NCISM"),
      wishes.registrationNumber ?? `T-${randomUUID().slice(0, 13)}`,
      wishes.practisingSince ?? 2010,
      wishes.languages ?? ["en", "hi"],
      gender,
      wishes.modes ?? ["VIDEO", "AUDIO", "CHAT"],
      wishes.feeMinor ?? 50_000,
      timezone,
      wishes.visitLengthMin ?? 20,
      wishes.minNoticeMin ?? 0,
      wishes.horizonDays ?? 30,
      approval,
      wishes.ratingSum ?? 0,
      wishes.ratingCount ?? 0,
    ],
  );
  return { ...person, role: "DOCTOR", doctorId: rows[0]?.id ?? "" };
}
