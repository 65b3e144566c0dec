import type { Query } from "@amrutam/db/client";
import type { AccountStatus, Role } from "@amrutam/domain/actor";
import type { person } from "@amrutam/domain/admin/schema";
import type * as z from "zod";
import { conditions, containing, given, isId } from "../../conditions";
import type { Keyset } from "../../keyset";
import { noteRead, type Reader } from "../../note-read";
import { iso, isoOrNull } from "../../wire";
import type { ConsoleScope } from "./scope";

export type Person = z.infer<typeof person>;
export type PersonRow = Omit<Person, "createdAt" | "lastSeenAt"> &
  Readonly<{ createdAt: Date; lastSeenAt: Date | null }>;

const COLUMNS = `u.id, u.full_name AS "fullName", u.email::text AS email, u.role, u.status,
  u.email_verified_at IS NOT NULL AS "emailVerified", u.created_at AS "createdAt",
  EXISTS (SELECT FROM totp_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM passkeys p WHERE p.user_id = u.id)
    OR (u.role = 'PATIENT' AND u.email_code_at IS NOT NULL) AS "secondFactor",
  (SELECT max(s.last_used_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt"`;

type Filter = Readonly<{ q?: string; role?: Role; status?: AccountStatus; after?: Keyset; limit: number }>;

/** Accounts, newest first; their sessions are looked at only for the page. */
export function findPeople(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  filter: Filter,
): Promise<PersonRow[]> {
  const list = conditions("admin.people")
    .when("id", isId(filter.q) ? given(filter.q) : undefined, (id) => `id = ${id}::uuid`)
    .when(
      "q",
      filter.q && !isId(filter.q) ? [containing(filter.q)] : undefined,
      (q) => `(lower(full_name) || ' ' || lower(email::text)) LIKE lower(${q})`,
    )
    .when("role", given(filter.role), (role) => `role = ${role}::"Role"`)
    .when("status", given(filter.status), (status) => `status = ${status}::"UserStatus"`)
    .when("after", filter.after, (at, id) => `(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  const text = `WITH ${noteRead(list, reader, "user.list")}, page AS (
  SELECT * FROM users ${list.where()} ORDER BY created_at DESC, id DESC LIMIT ${list.bind(filter.limit)}
)
SELECT ${COLUMNS} FROM page u ORDER BY u.created_at DESC, u.id DESC`;
  return query<PersonRow>(list.name(), text, list.values);
}

/** @param index HMAC of the number */
export function findPeopleByPhone(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  index: Uint8Array,
): Promise<PersonRow[]> {
  const list = conditions("admin.by_phone").when("phone", [index], (phone) => `u.phone_index = ${phone}`);
  const text = `WITH ${noteRead(list, reader, "user.find_by_phone")}
SELECT ${COLUMNS} FROM users u ${list.where()} ORDER BY u.created_at DESC, u.id DESC LIMIT 20`;
  return query<PersonRow>(list.name(), text, list.values);
}

export async function findPerson(
  query: Query,
  _scope: ConsoleScope,
  id: string,
): Promise<PersonRow | undefined> {
  const [row] = await query<PersonRow>("admin.person", `SELECT ${COLUMNS} FROM users u WHERE u.id = $1`, [
    id,
  ]);
  return row;
}

export const toPerson = (row: PersonRow): Person => ({
  ...row,
  createdAt: iso(row.createdAt),
  lastSeenAt: isoOrNull(row.lastSeenAt),
});
