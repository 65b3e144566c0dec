import type { Query } from "@amrutam/db/client";
import type { adminDoctor } from "@amrutam/domain/admin/schema";
import type * as z from "zod";
import { conditions, containing, given, isId } from "../../conditions";
import type { Keyset } from "../../keyset";
import { iso, isoOrNull } from "../../wire";
import type { ConsoleScope } from "./scope";

export type AdminDoctor = z.infer<typeof adminDoctor>;

type PastRow = Omit<NonNullable<AdminDoctor["previous"]>, "replacedAt"> & Readonly<{ replacedAt: string }>;
export type DoctorRow = Omit<AdminDoctor, "fee" | "rating" | "registeredAt" | "decidedAt" | "previous"> &
  Readonly<{
    previous: PastRow | null;
    feeMinor: number;
    currency: AdminDoctor["fee"]["currency"];
    ratingSum: number;
    registeredAt: Date;
    decidedAt: Date | null;
  }>;

const COLUMNS = `d.id, d.user_id AS "userId", d.display_name AS "fullName", u.email::text AS email,
  u.email_verified_at IS NOT NULL AS "emailVerified", d.specialization, d.system_of_medicine AS "systemOfMedicine",
  d.qualification, d.council, d.registration_number::text AS "registrationNumber",
  greatest(0, extract(year FROM now())::int - d.practising_since) AS "experienceYears", d.languages, d.gender, d.modes,
  d.practising_since AS "practisingSince", d.revision, d.photo,
  d.fee_minor AS "feeMinor", d.currency, d.timezone, d.rating_sum AS "ratingSum", d.rating_count AS "ratingCount",
  d.bio, d.clinic_name AS "clinicName", d.clinic_address AS "clinicAddress", d.visit_length_min AS "visitLengthMin",
  d.approval, d.approval_reason AS "approvalReason", d.created_at AS "registeredAt", d.decided_at AS "decidedAt",
  by.full_name AS "decidedByName", past.record AS previous`;
/** Of a changed registration that waits: the last one that somebody decided about. */
const TABLES = `doctors d JOIN users u ON u.id = d.user_id LEFT JOIN users by ON by.id = d.decided_by
  LEFT JOIN LATERAL (
    SELECT json_build_object('fullName', p.full_name, 'specialization', p.specialization, 'qualification', p.qualification,
      'council', p.council, 'registrationNumber', p.registration_number::text, 'approval', p.approval,
      'replacedAt', p.replaced_at) AS record
    FROM past_registrations p
    WHERE p.doctor_id = d.id AND d.approval = 'PENDING' AND p.approval IN ('APPROVED', 'REJECTED')
    ORDER BY p.id DESC LIMIT 1
  ) past ON true`;

type Filter = Readonly<{ approval?: AdminDoctor["approval"]; q?: string; after?: Keyset; limit: number }>;

/** Doctors as the console lists them: who waits longest first among the pending, newest first otherwise. */
export function findDoctors(query: Query, _scope: ConsoleScope, filter: Filter): Promise<DoctorRow[]> {
  const isQueue = filter.approval === "PENDING";
  const order = isQueue ? "ASC" : "DESC";
  const list = conditions(`admin.doctors.${order}`)
    .when("approval", given(filter.approval), (approval) => `d.approval = ${approval}::"Approval"`)
    .when("id", isId(filter.q) ? given(filter.q) : undefined, (id) => `${id}::uuid IN (d.id, d.user_id)`)
    .when(
      "q",
      filter.q && !isId(filter.q) ? [containing(filter.q)] : undefined,
      (q) => `(
      fold_text(d.display_name) LIKE fold_text(${q}) OR d.registration_number::text ILIKE ${q}
      OR lower(u.full_name) || ' ' || lower(u.email::text) LIKE lower(${q}))`,
    )
    .when(
      "after",
      filter.after,
      (at, id) => `(d.created_at, d.id) ${isQueue ? ">" : "<"} (${at}::timestamptz, ${id}::uuid)`,
    );
  const text = `SELECT ${COLUMNS} FROM ${TABLES} ${list.where()}
ORDER BY d.created_at ${order}, d.id ${order} LIMIT ${list.bind(filter.limit)}`;
  return query<DoctorRow>(list.name(), text, list.values);
}

export const countPendingDoctors = async (query: Query, _scope: ConsoleScope): Promise<number> => {
  const [row] = await query<{ pending: number }>(
    "admin.doctors.pending",
    `SELECT count(*) AS pending FROM doctors WHERE approval = 'PENDING'`,
    [],
  );
  return row?.pending ?? 0;
};

export async function findDoctor(
  query: Query,
  _scope: ConsoleScope,
  id: string,
): Promise<DoctorRow | undefined> {
  const [row] = await query<DoctorRow>("admin.doctor", `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.id = $1`, [
    id,
  ]);
  return row;
}

export const toAdminDoctor = ({
  feeMinor,
  currency,
  ratingSum,
  registeredAt,
  decidedAt,
  previous,
  ...row
}: DoctorRow): AdminDoctor => ({
  ...row,
  previous: previous && { ...previous, replacedAt: iso(new Date(previous.replacedAt)) },
  fee: { minor: feeMinor, currency },
  rating: row.ratingCount > 0 ? Math.round((ratingSum / row.ratingCount) * 10) / 10 : null,
  registeredAt: iso(registeredAt),
  decidedAt: isoOrNull(decidedAt),
});
