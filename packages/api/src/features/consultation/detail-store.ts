import type { WrappedKey } from "@amrutam/db/phi/vault";
import type { Gender } from "@amrutam/domain/doctor/catalogue";
import type { Deps } from "../../deps";
import { ITEM_COLUMNS, ITEM_TABLES, type ItemRow, WAS_BOOKED } from "./list-store";
import type { ConsultationScope } from "./scope";

export type DetailRow = ItemRow &
  Readonly<{
    now: Date;
    booked_at: Date;
    started_at: Date | null;
    completed_at: Date | null;
    cancelled_by: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
    missed_by: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
    moved_by: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
    moved_from: Date | null;
    patient_moves: number;
    hold_extended_at: Date | null;
    cancel_reason: string | null;
    reason_sealed: Uint8Array;
    qualification: string;
    photo: string | null;
    council: string;
    registration_number: string;
    payment_id: string | null;
    payment_status: "PENDING" | "SUCCEEDED" | "FAILED" | "VOID";
    payment_provider: string;
    amount_minor: number;
    refunded_minor: number;
    note_sealed: Uint8Array | null;
    note_revision: number;
    note_updated_at: Date;
    patient_gender: Gender;
    birth_date_sealed: Uint8Array | null;
    dependant_gender: Gender;
    dependant_birth_date_sealed: Uint8Array | null;
    clinical_key: Uint8Array | null;
    clinical_version: number;
    account_key: Uint8Array | null;
    account_version: number | null;
    prescriptions: { id: string; version: number; issuedAt: string }[];
  }>;

export type Reader = Readonly<{ actorId: string; actorRole: string; requestId: string }>;

/** The read and the note of it are one statement: if the audit event can't be written, nothing comes back. */
const GET = (column: ConsultationScope["column"]) => `
WITH target AS (
  SELECT c.id, c.patient_id FROM consultations c
  WHERE c.id = $1 AND c.${column} = $2${column === "doctor_id" ? ` AND ${WAS_BOOKED}` : ""}
), said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
  SELECT $3, $4, 'consultation.read', 'consultation', id, patient_id, $5 FROM target
)
SELECT clock_timestamp() AS now, ${ITEM_COLUMNS}, c.booked_at, c.started_at, c.completed_at, c.cancelled_by, c.missed_by, c.reason_sealed,
  c.moved_by, c.moved_from, c.patient_moves, c.hold_extended_at, c.cancel_reason,
  d.qualification, d.council, d.registration_number, d.photo,
  pay.id AS payment_id, pay.status AS payment_status, pay.provider AS payment_provider, pay.amount_minor, pay.refunded_minor,
  n.body_sealed AS note_sealed, n.revision AS note_revision, n.updated_at AS note_updated_at,
  p.gender AS patient_gender, p.birth_date_sealed, dep.gender AS dependant_gender, dep.birth_date_sealed AS dependant_birth_date_sealed,
  ck.wrapped_key AS clinical_key, ck.master_version AS clinical_version, ak.wrapped_key AS account_key, ak.master_version AS account_version,
  (SELECT coalesce(json_agg(json_build_object('id', r.id, 'version', r.version, 'issuedAt', r.issued_at) ORDER BY r.version DESC), '[]')
    FROM prescriptions r WHERE r.consultation_id = c.id) AS prescriptions
FROM target JOIN ${ITEM_TABLES} ON c.id = target.id
LEFT JOIN payments pay ON pay.consultation_id = c.id
LEFT JOIN consultation_notes n ON n.consultation_id = c.id
LEFT JOIN data_keys ck ON ck.user_id = c.patient_id AND ck.retention_class = 'CLINICAL'
LEFT JOIN data_keys ak ON ak.user_id = c.patient_id AND ak.retention_class = 'ACCOUNT'`;

/** @returns undefined for a missing id and for somebody else's alike */
export async function findDetail(deps: Deps, scope: ConsultationScope, id: string, reader: Reader) {
  const values = [id, scope.value, reader.actorId, reader.actorRole, reader.requestId];
  const [row] = await deps.db.query<DetailRow>(`consultation.get:${scope.column}`, GET(scope.column), values);
  return row;
}

export const clinicalKeyOf = (row: Pick<DetailRow, "clinical_key" | "clinical_version">): WrappedKey => ({
  wrappedKey: row.clinical_key,
  masterVersion: row.clinical_version,
});
