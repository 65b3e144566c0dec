import type { Query } from "@amrutam/db/client";
import type { ModeratedRating } from "@amrutam/domain/admin/rating-schema";
import { conditions, given } from "../../conditions";
import type { Keyset } from "../../keyset";
import type { Reader } from "../../note-read";
import type { ConsoleScope } from "./scope";

export type RatingRow = Omit<ModeratedRating, "comment" | "commentedAt" | "decidedAt"> &
  Readonly<{
    commentSealed: Uint8Array;
    wrappedKey: Uint8Array | null;
    masterVersion: number;
    commentedAt: Date;
    decidedAt: Date | null;
  }>;

type Filter = Readonly<{
  state: ModeratedRating["state"];
  doctorId?: string;
  after?: Keyset;
  /** one more than is shown, to know whether there is a next page */
  limit: number;
}>;

/**
 * Comments in one state: who waits longest first in the queue, newest first otherwise. Each comment shown is noted as read
 * with the patient it is of, in the statement that shows it.
 */
export function findRatings(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  filter: Filter,
): Promise<RatingRow[]> {
  const isQueue = filter.state === "PENDING";
  const order = isQueue ? "ASC" : "DESC";
  const list = conditions(`admin.ratings.${order}`)
    .when("state", given(filter.state), (state) => `r.comment_state = ${state}::"CommentState"`)
    .when("doctor", given(filter.doctorId), (doctor) => `r.doctor_id = ${doctor}::uuid`)
    .when(
      "after",
      filter.after,
      (at, id) => `(r.commented_at, r.id) ${isQueue ? ">" : "<"} (${at}::timestamptz, ${id}::uuid)`,
    );
  const text = `WITH page AS (
  SELECT r.* FROM ratings r ${list.where()} ORDER BY r.commented_at ${order}, r.id ${order} LIMIT ${list.bind(filter.limit)}
), noted AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
  SELECT ${list.bind(reader.actorId)}::uuid, ${list.bind(reader.actorRole)}, 'rating.read', 'rating', id, patient_id,
    ${list.bind(reader.requestId)}
  FROM (SELECT * FROM page ORDER BY commented_at ${order}, id ${order} LIMIT ${list.bind(filter.limit - 1)}) shown
)
SELECT r.id, json_build_object('id', d.id, 'fullName', d.display_name) AS doctor, r.stars, r.comment_sealed AS "commentSealed",
  r.comment_state AS state, r.hide_reason AS "hideReason", r.commented_at AS "commentedAt", r.decided_at AS "decidedAt",
  by.full_name AS "decidedByName", r.revision, k.wrapped_key AS "wrappedKey", k.master_version AS "masterVersion"
FROM page r JOIN doctors d ON d.id = r.doctor_id
LEFT JOIN data_keys k ON k.user_id = r.patient_id AND k.retention_class = 'ACCOUNT'
LEFT JOIN users by ON by.id = r.decided_by
ORDER BY r.commented_at ${order}, r.id ${order}`;
  return query<RatingRow>(list.name(), text, list.values);
}

export async function countPendingComments(query: Query, _scope: ConsoleScope): Promise<number> {
  const text = "SELECT count(*) AS pending FROM ratings WHERE comment_state = 'PENDING'";
  const [row] = await query<{ pending: number }>("admin.ratings.pending", text, []);
  return row?.pending ?? 0;
}
