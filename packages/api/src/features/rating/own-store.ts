import type { Query } from "@amrutam/db/client";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import { type CommentState, GIVE_WITHIN_DAYS, type HideReason } from "@amrutam/domain/rating/policy";
import type { RatingScope } from "./scope";

export type OwnRow = Readonly<{
  status: ConsultationStatus;
  completedAt: Date | null;
  now: Date;
  id: string | null;
  stars: number;
  commentSealed: Uint8Array | null;
  commentState: CommentState | null;
  hideReason: HideReason | null;
  givenAt: Date;
  wrappedKey: Uint8Array | null;
  masterVersion: number;
}>;

/** The read and the note of it are one statement; without a rating there is nothing to note. */
const OWN = `
WITH target AS (
  SELECT c.status, c.completed_at, r.* FROM consultations c LEFT JOIN ratings r ON r.consultation_id = c.id
  WHERE c.id = $1 AND c.patient_id = $2
), said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
  SELECT $2::uuid, 'PATIENT', 'rating.read', 'rating', id, $2::uuid, $3 FROM target WHERE id IS NOT NULL
)
SELECT t.status, t.completed_at AS "completedAt", clock_timestamp() AS now, t.id, t.stars, t.comment_sealed AS "commentSealed",
  t.comment_state AS "commentState", t.hide_reason AS "hideReason", t.given_at AS "givenAt",
  k.wrapped_key AS "wrappedKey", k.master_version AS "masterVersion"
FROM target t LEFT JOIN data_keys k ON k.user_id = $2 AND k.retention_class = 'ACCOUNT'`;

/** @returns undefined for a missing visit and for somebody else's alike */
export async function findOwnRating(
  query: Query,
  scope: RatingScope,
  consultationId: string,
  requestId: string,
): Promise<OwnRow | undefined> {
  const [row] = await query<OwnRow>("rating.own", OWN, [consultationId, scope.patientId, requestId]);
  return row;
}

export type DueRow = Readonly<{
  consultationId: string;
  doctorId: string;
  doctorName: string;
  startsAt: Date;
  endsAt: Date;
  givableUntil: Date;
}>;

const DUE = `
SELECT c.id AS "consultationId", c.doctor_id AS "doctorId", d.display_name AS "doctorName", c.starts_at AS "startsAt",
  c.ends_at AS "endsAt", c.completed_at + interval '${GIVE_WITHIN_DAYS} days' AS "givableUntil"
FROM consultations c JOIN doctors d ON d.id = c.doctor_id
WHERE c.patient_id = $1 AND c.status = 'COMPLETED' AND c.completed_at > now() - interval '${GIVE_WITHIN_DAYS} days'
  AND NOT EXISTS (SELECT FROM ratings r WHERE r.consultation_id = c.id)
ORDER BY c.starts_at DESC, c.id DESC LIMIT 3`;

/** Finished visits without a rating that may still get one, latest first. */
export const findDue = (query: Query, scope: RatingScope): Promise<DueRow[]> =>
  query<DueRow>("rating.due", DUE, [scope.patientId]);
