import { randomUUID } from "node:crypto";
import { newDataKey } from "@amrutam/db/phi/vault";
import type { Role } from "@amrutam/domain/actor";
import type { Gender } from "@amrutam/domain/doctor/catalogue";
import type { Pool } from "pg";
import { testKeys } from "../keys";

/** Whoever runs statements as the superuser: factories go past grants, never past constraints. */
export type Sql = Pick<Pool, "query">;

export type Person = Readonly<{ userId: string; role: Role; email: string; fullName: string }>;

type Wishes = Readonly<{
  role?: Role;
  email?: string;
  fullName?: string;
  gender?: Gender;
  status?: "ACTIVE" | "DISABLED";
  isVerified?: boolean;
  timezone?: string;
  locale?: "en" | "hi";
  passwordHash?: string | null;
}>;

/** An account without a password unless one is given; its data keys are made as sign-up makes them. */
export async function makePerson(sql: Sql, wishes: Wishes = {}): Promise<Person> {
  const { role = "PATIENT", fullName = "Meera Nair" } = wishes;
  const email = wishes.email ?? `${role.toLowerCase()}-${randomUUID()}@example.test`;
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO users (email, email_verified_at, role, status, full_name, gender, locale, timezone, password_hash)
     VALUES ($1, CASE WHEN $2 THEN now() END, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [
      email,
      wishes.isVerified ?? true,
      role,
      wishes.status ?? "ACTIVE",
      fullName,
      wishes.gender ?? "UNKNOWN",
      wishes.locale ?? "en",
      wishes.timezone ?? "Asia/Kolkata",
      wishes.passwordHash ?? null,
    ],
  );
  const userId = rows[0]?.id ?? "";
  for (const retentionClass of ["ACCOUNT", "CLINICAL"] as const) {
    if (retentionClass === "CLINICAL" && role !== "PATIENT") continue;
    const key = newDataKey(testKeys, userId, retentionClass);
    await sql.query(
      `INSERT INTO data_keys (user_id, retention_class, wrapped_key, master_version) VALUES ($1, $2, $3, $4)`,
      [userId, retentionClass, Buffer.from(key.wrappedKey), key.masterVersion],
    );
  }
  return { userId, role, email, fullName };
}

/** A patient who may book: active, e-mail verified. */
export const makePatient = (sql: Sql, wishes: Omit<Wishes, "role"> = {}): Promise<Person> =>
  makePerson(sql, { ...wishes, role: "PATIENT" });
