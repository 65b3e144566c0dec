import { randomUUID } from "node:crypto";
import { openKey } from "@amrutam/db/phi/vault";
import type { Relationship } from "@amrutam/domain/dependant/relationship";
import type { Gender } from "@amrutam/domain/doctor/catalogue";
import { testKeys } from "../keys";
import type { Sql } from "./person";

type Wishes = Readonly<{
  patientId: string;
  fullName?: string;
  relationship?: Relationship;
  gender?: Gender;
  /** `YYYY-MM-DD` */
  dateOfBirth?: string;
  isArchived?: boolean;
}>;

/** Somebody a patient books for; the birth date is sealed with the patient's own key. @returns the id */
export async function makeDependant(sql: Sql, wishes: Wishes): Promise<string> {
  const id = randomUUID();
  const { rows } = await sql.query<{ wrapped_key: Buffer; master_version: number }>(
    "SELECT wrapped_key, master_version FROM data_keys WHERE user_id = $1 AND retention_class = 'ACCOUNT'",
    [wishes.patientId],
  );
  const [key] = rows;
  if (!key) throw new Error(`${wishes.patientId} has no account key`);
  const cipher = openKey(testKeys, { wrappedKey: key.wrapped_key, masterVersion: key.master_version });
  const sealed = cipher.seal("dependants.birth_date_sealed", id, wishes.dateOfBirth ?? "2019-03-14");
  await sql.query(
    `INSERT INTO dependants (id, patient_id, full_name, relationship, gender, birth_date_sealed, archived_at)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END)`,
    [
      id,
      wishes.patientId,
      wishes.fullName ?? "Tara Nair",
      wishes.relationship ?? "CHILD",
      wishes.gender ?? "FEMALE",
      Buffer.from(sealed),
      wishes.isArchived ?? false,
    ],
  );
  return id;
}
