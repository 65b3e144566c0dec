import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Deps } from "../../deps";
import type { Keyset } from "../../keyset";
import type { Reader } from "./detail-store";
import { WAS_BOOKED } from "./list-store";
import type { ConsultationScope } from "./scope";

/** What is the same for the whole history, on each of its rows. */
type Key = Readonly<{ clinical_key: Uint8Array | null; clinical_version: number }>;
export type HistoryRow = Key &
  Readonly<{
    id: string;
    starts_at: Date;
    ends_at: Date;
    mode: Mode;
    status: ConsultationStatus;
    missed_by: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
    reason_sealed: Uint8Array;
    note_sealed: Uint8Array | null;
    prescription: { id: string; version: number; issuedAt: string } | null;
  }>;
type NoRow = Key & Readonly<{ id: null }>;

/** Reading and the note of it are one statement. A visit for a dependant has that dependant's history, never the guardian's. */
const HISTORY = (hasCursor: boolean) => `
WITH target AS (
  SELECT c.id, c.patient_id, c.dependant_id, c.doctor_id, c.starts_at FROM consultations c
  WHERE c.id = $1 AND c.doctor_id = $2 AND ${WAS_BOOKED}
), said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
  SELECT $3, $4, 'consultation.read_history', 'consultation', id, patient_id, $5 FROM target
)
SELECT ck.wrapped_key AS clinical_key, ck.master_version AS clinical_version, earlier.* FROM target t
LEFT JOIN data_keys ck ON ck.user_id = t.patient_id AND ck.retention_class = 'CLINICAL'
LEFT JOIN LATERAL (
  SELECT c.id, c.starts_at, c.ends_at, c.mode, c.status, c.missed_by, c.reason_sealed, n.body_sealed AS note_sealed,
    (SELECT json_build_object('id', r.id, 'version', r.version, 'issuedAt', r.issued_at) FROM prescriptions r
      WHERE r.consultation_id = c.id ORDER BY r.version DESC LIMIT 1) AS prescription
  FROM consultations c LEFT JOIN consultation_notes n ON n.consultation_id = c.id
  WHERE c.patient_id = t.patient_id AND c.doctor_id = t.doctor_id AND c.dependant_id IS NOT DISTINCT FROM t.dependant_id
    AND ${WAS_BOOKED} AND (c.starts_at, c.id) < (t.starts_at, t.id)
    ${hasCursor ? "AND (c.starts_at, c.id) < ($7::timestamptz, $8::uuid)" : ""}
  ORDER BY c.starts_at DESC, c.id DESC LIMIT $6
) earlier ON true
ORDER BY earlier.starts_at DESC, earlier.id DESC`;

/** Earlier visits, newest first. @param take rows wanted @returns undefined where the visit is not the doctor's, or none */
export async function findHistory(
  deps: Deps,
  scope: ConsultationScope,
  id: string,
  reader: Reader,
  { take, after }: Readonly<{ take: number; after: Keyset | undefined }>,
): Promise<HistoryRow[] | undefined> {
  const values = [id, scope.value, reader.actorId, reader.actorRole, reader.requestId, take];
  const rows = await deps.db.query<HistoryRow | NoRow>(
    `consultation.history:${after ? "c" : ""}`,
    HISTORY(after !== undefined),
    after ? [...values, ...after] : values,
  );
  // The visit itself gives one row, empty where nothing came before it.
  return rows.length === 0 ? undefined : rows.filter((row): row is HistoryRow => row.id !== null);
}
