import type { PrismaTransaction, Query } from "@amrutam/db/client";
import type { Mode, Specialization } from "@amrutam/domain/doctor/catalogue";
import type { WaitlistScope } from "./scope";

/** What somebody waits for. `from` included, `to` not. */
export type Wish = Readonly<{
  doctorId: string | null;
  specialization: Specialization | null;
  dependantId: string | null;
  from: Date;
  to: Date;
  mode: Mode;
}>;

/** Whoever joins is alone with their places until the transaction ends. */
export const lockWaiting = (tx: PrismaTransaction, { patientId }: WaitlistScope) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('waitlist:' || ${patientId}, 0))`;

/** Is the doctor open to all, and the dependant one of the patient's own? A dependant can't be removed until the transaction ends. */
export async function isTreatable(tx: PrismaTransaction, { patientId }: WaitlistScope, wish: Wish) {
  if (wish.dependantId !== null) {
    const listed = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM dependants
      WHERE id = ${wish.dependantId}::uuid AND patient_id = ${patientId}::uuid AND archived_at IS NULL FOR KEY SHARE`;
    if (listed.length === 0) return false;
  }
  if (wish.doctorId === null) return true;
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM doctors d JOIN users u ON u.id = d.user_id
    WHERE d.id = ${wish.doctorId}::uuid AND d.approval = 'APPROVED' AND u.status = 'ACTIVE'`;
  return open.length > 0;
}

/** Places whose window is over are no longer waited in. */
export const endPast = (tx: PrismaTransaction, { patientId }: WaitlistScope) =>
  tx.$executeRaw`
    UPDATE waitlist_entries SET status = 'ENDED', ended_at = clock_timestamp()
    WHERE patient_id = ${patientId}::uuid AND status = 'WAITING' AND to_at <= clock_timestamp()`;

export const countWaiting = (tx: PrismaTransaction, { patientId }: WaitlistScope): Promise<number> =>
  tx.waitlistEntry.count({ where: { patientId, status: "WAITING" } });

export async function isWaitedFor(tx: PrismaTransaction, { patientId }: WaitlistScope, wish: Wish) {
  const { doctorId, specialization, dependantId } = wish;
  const where = { patientId, doctorId, specialization, dependantId, status: "WAITING" as const };
  return (await tx.waitlistEntry.count({ where })) > 0;
}

/** Could a visit like that simply be booked? */
export async function hasOpenSlot(tx: PrismaTransaction, wish: Wish): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM doctors d JOIN users u ON u.id = d.user_id AND u.status = 'ACTIVE'
    JOIN slots s ON s.doctor_id = d.id AND s.status = 'OPEN' AND s.taken < s.capacity
    WHERE d.approval = 'APPROVED' AND (d.id = ${wish.doctorId}::uuid OR d.specialization = ${wish.specialization})
      AND s.starts_at >= ${wish.from} AND s.starts_at < ${wish.to} AND ${wish.mode} = ANY (s.modes)
      AND s.starts_at > clock_timestamp() + make_interval(mins => d.min_notice_min) LIMIT 1`;
  return rows.length > 0;
}

export type WaitingRow = Readonly<{
  id: string;
  doctorId: string | null;
  doctorName: string | null;
  specialization: Specialization;
  dependantName: string | null;
  from: Date;
  to: Date;
  mode: Mode;
  offerId: string | null;
  startsAt: Date | null;
  expiresAt: Date | null;
  offeredBy: string | null;
}>;

/** The read and the note of it are one statement. */
const LIST = `
WITH said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, patient_id, request_id)
  VALUES ($1::uuid, 'PATIENT', 'waitlist.list', 'waitlist_entry', $1::uuid, $2)
)
SELECT e.id, e.doctor_id AS "doctorId", d.display_name AS "doctorName", coalesce(e.specialization, d.specialization) AS specialization,
  dep.full_name AS "dependantName", e.from_at AS "from", e.to_at AS "to", e.mode,
  o.id AS "offerId", s.starts_at AS "startsAt", o.expires_at AS "expiresAt", od.display_name AS "offeredBy"
FROM waitlist_entries e
LEFT JOIN doctors d ON d.id = e.doctor_id
LEFT JOIN dependants dep ON dep.id = e.dependant_id
LEFT JOIN waitlist_offers o ON o.entry_id = e.id AND o.status = 'OPEN' AND o.expires_at > clock_timestamp()
LEFT JOIN slots s ON s.id = o.slot_id LEFT JOIN doctors od ON od.id = s.doctor_id
WHERE e.patient_id = $1 AND e.status = 'WAITING' AND (e.to_at > clock_timestamp() OR o.id IS NOT NULL)
ORDER BY o.id IS NULL, e.created_at, e.id`;

export const readWaiting = (query: Query, scope: WaitlistScope, requestId: string): Promise<WaitingRow[]> =>
  query<WaitingRow>("waitlist.list", LIST, [scope.patientId, requestId]);
