import { visitLinkTokenOf } from "@amrutam/auth/visit-links";
import type { WorkerDeps } from "../deps";

const OPEN = `SELECT change_id AS "changeId", cancel_id AS "cancelId" FROM open_visit_links($1)`;

/**
 * The links of a visit's mail. A second run of the same job gets the same ones; a visit that has begun, or was changed
 * meanwhile, has none.
 */
export async function changeLinksOf({ db, links, linkSecret }: WorkerDeps, consultationId: string) {
  const [open] = await db.query<{ changeId: string | null; cancelId: string | null }>(
    "mail.visit_links",
    OPEN,
    [consultationId],
  );
  const urlOf = (purpose: "CHANGE" | "CANCEL", id: string | null | undefined) =>
    id ? links.visitLink(visitLinkTokenOf(linkSecret, purpose, id)) : null;
  return { changeUrl: urlOf("CHANGE", open?.changeId), cancelUrl: urlOf("CANCEL", open?.cancelId) };
}

const iso = `to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
// The same doctor's times first, then those of the specialization, each nearest to the lost one.
const FREE = `
SELECT id, ${iso} AS "startsAt", doctor FROM (
  SELECT s.id, s.starts_at, d.display_name AS doctor, d.id <> c.doctor_id AS is_other, abs(extract(epoch FROM s.starts_at - c.starts_at)) AS apart
  FROM consultations c JOIN doctors own ON own.id = c.doctor_id
  JOIN doctors d ON (d.id = own.id OR d.specialization = own.specialization) AND d.approval = 'APPROVED'
  JOIN users u ON u.id = d.user_id AND u.status = 'ACTIVE'
  CROSS JOIN LATERAL (
    SELECT id, starts_at FROM slots
    WHERE doctor_id = d.id AND status = 'OPEN' AND taken < capacity AND c.mode::text = ANY (modes)
      AND starts_at > greatest(clock_timestamp() + make_interval(mins => d.min_notice_min), c.starts_at - interval '1 day')
    ORDER BY starts_at LIMIT 3) s
  WHERE c.id = $1
  ORDER BY is_other, apart LIMIT 3) nearest
ORDER BY is_other, starts_at`;

/** Up to three open times that could take the place of a visit that was cancelled, with where to book each. */
export async function freeInsteadOf({ db, links }: WorkerDeps, consultationId: string) {
  const rows = await db.query<{ id: string; startsAt: string; doctor: string }>("mail.free_instead", FREE, [
    consultationId,
  ]);
  return rows.map(({ id, startsAt, doctor }) => ({ startsAt, doctor, url: links.book(id) }));
}
