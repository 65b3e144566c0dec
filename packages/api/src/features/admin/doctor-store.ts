import type { Query } from "@amrutam/db/client";
import type { adminDoctor } from "@amrutam/domain/admin/schema";
import type * as z from "zod";
import { conditions, containing, given, isId } from "../../conditions";
import type { Keyset } from "../../keyset";
import { iso, isoOrNull } from "../../wire";
import type { ConsoleScope } from "./scope";

export type AdminDoctor = z.infer<typeof adminDoctor>;

type PastRow = Omit<NonNullable<AdminDoctor["previous"]>, "replacedAt"> & Readonly<{ replacedAt: string }>;
export type DoctorRow = Omit<
  AdminDoctor,
  "fee" | "rating" | "registeredAt" | "pendingSince" | "decidedAt" | "previous"
> &
  Readonly<{
    previous: PastRow | null;
    feeMinor: number;
    currency: AdminDoctor["fee"]["currency"];
    ratingSum: number;
    registeredAt: Date;
    pendingSince: Date;
    decidedAt: Date | null;
  }>;

const COLUMNS = `d.id, d.user_id AS "userId", d.display_name AS "fullName", u.email::text AS email,
  u.email_verified_at IS NOT NULL AS "emailVerified", d.specialization, d.system_of_medicine AS "systemOfMedicine",
  d.qualification, d.council, d.registration_number::text AS "registrationNumber",
  greatest(0, extract(year FROM now())::int - d.practising_since) AS "experienceYears", d.languages, d.gender, d.modes,
  d.practising_since AS "practisingSince", d.revision, d.photo,
  d.fee_minor AS "feeMinor", d.currency, d.timezone, d.rating_sum AS "ratingSum", d.rating_count AS "ratingCount",
  d.bio, d.clinic_name AS "clinicName", d.clinic_address AS "clinicAddress", d.visit_length_min AS "visitLengthMin",
  d.approval, d.approval_reason AS "approvalReason", d.created_at AS "registeredAt", d.pending_since AS "pendingSince", d.decided_at AS "decidedAt",
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

/** By when a list with this filter is sorted: since when each waits in the queue, else since when each is registered. */
export const sortedAt = (
  { approval }: Readonly<{ approval?: AdminDoctor["approval"] }>,
  row: Pick<DoctorRow, "pendingSince" | "registeredAt">,
): Date => (approval === "PENDING" ? row.pendingSince : row.registeredAt);

type Filter = Readonly<{ approval?: AdminDoctor["approval"]; q?: string; after?: Keyset; limit: number }>;

/** Doctors as the console lists them: who waits longest first among the pending, newest first otherwise. */
export function findDoctors(query: Query, _scope: ConsoleScope, filter: Filter): Promise<DoctorRow[]> {
  const isQueue = filter.approval === "PENDING";
  const [order, at] = isQueue ? ["ASC", "d.pending_since"] : ["DESC", "d.created_at"];
  const list = conditions(`admin.doctors.${order}`)
    // In words, not as a value: the queue's own index holds whoever waits, and a prepared statement must see that it does.
    .when("queue", isQueue ? [] : undefined, () => "d.approval = 'PENDING'")
    .when(
      "approval",
      isQueue ? undefined : given(filter.approval),
      (approval) => `d.approval = ${approval}::"Approval"`,
    )
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
      (since, id) => `(${at}, d.id) ${isQueue ? ">" : "<"} (${since}::timestamptz, ${id}::uuid)`,
    );
  const text = `SELECT ${COLUMNS} FROM ${TABLES} ${list.where()}
ORDER BY ${at} ${order}, d.id ${order} LIMIT ${list.bind(filter.limit)}`;
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
  pendingSince,
  decidedAt,
  previous,
  ...row
}: DoctorRow): AdminDoctor => ({
  ...row,
  previous: previous && { ...previous, replacedAt: iso(new Date(previous.replacedAt)) },
  fee: { minor: feeMinor, currency },
  rating: row.ratingCount > 0 ? Math.round((ratingSum / row.ratingCount) * 10) / 10 : null,
  registeredAt: iso(registeredAt),
  pendingSince: row.approval === "PENDING" ? iso(pendingSince) : null,
  decidedAt: isoOrNull(decidedAt),
});
