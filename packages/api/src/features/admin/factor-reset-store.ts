import type { Query } from "@amrutam/db/client";
import type { factorReset } from "@amrutam/domain/admin/schema";
import type * as z from "zod";
import { conditions } from "../../conditions";
import type { Keyset } from "../../keyset";
import { noteRead, type Reader } from "../../note-read";
import { iso, isoOrNull } from "../../wire";
import type { ConsoleScope } from "./scope";

export type FactorReset = z.output<typeof factorReset>;
type Named = FactorReset["requestedBy"];
export type FactorResetRow = Omit<FactorReset, "requestedAt" | "expiresAt" | "decidedAt" | "mayDecide"> &
  Readonly<{ requestedAt: Date; expiresAt: Date; decidedAt: Date | null; decidedBy: Named | null }>;

const COLUMNS = `r.id, r.reason, r.requested_at AS "requestedAt", r.expires_at AS "expiresAt", r.decided_at AS "decidedAt",
  json_build_object('id', u.id, 'fullName', u.full_name, 'email', u.email, 'role', u.role) AS person,
  json_build_object('id', a.id, 'fullName', a.full_name) AS "requestedBy",
  CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'fullName', d.full_name) END AS "decidedBy",
  coalesce(r.decision::text, CASE WHEN r.expires_at > now() AND a.role = 'ADMIN' AND a.status = 'ACTIVE'
    THEN 'OPEN' ELSE 'EXPIRED' END) AS state`;
const JOINS = `JOIN users u ON u.id = r.user_id JOIN users a ON a.id = r.requested_by
LEFT JOIN users d ON d.id = r.decided_by`;

/** Requests, newest first; that they were looked at stands in the audit log. */
export function findFactorResets(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  filter: Readonly<{ after?: Keyset; limit: number }>,
): Promise<FactorResetRow[]> {
  const list = conditions("admin.factorResets").when(
    "after",
    filter.after,
    (at, id) => `(requested_at, id) < (${at}::timestamptz, ${id}::uuid)`,
  );
  const text = `WITH ${noteRead(list, reader, "user.list")}, page AS (
  SELECT * FROM factor_resets ${list.where()} ORDER BY requested_at DESC, id DESC LIMIT ${list.bind(filter.limit)}
)
SELECT ${COLUMNS} FROM page r ${JOINS} ORDER BY r.requested_at DESC, r.id DESC`;
  return query<FactorResetRow>(list.name(), text, list.values);
}

export async function findFactorReset(
  query: Query,
  _scope: ConsoleScope,
  id: string,
): Promise<FactorResetRow | undefined> {
  const text = `SELECT ${COLUMNS} FROM factor_resets r ${JOINS} WHERE r.id = $1`;
  const [row] = await query<FactorResetRow>("admin.factorReset", text, [id]);
  return row;
}

/** @param viewerId the admin who looks */
export const toFactorReset = (row: FactorResetRow, viewerId: string): FactorReset => ({
  ...row,
  requestedAt: iso(row.requestedAt),
  expiresAt: iso(row.expiresAt),
  decidedAt: isoOrNull(row.decidedAt),
  mayDecide: row.state === "OPEN" && ![row.person.id, row.requestedBy.id].includes(viewerId),
});
