import { randomUUID } from "node:crypto";
import { openKey } from "@amrutam/db/phi/vault";
import type { AuditAction } from "@amrutam/domain/audit/actions";
import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { testKeys } from "../keys";
import type { Sql } from "./person";

type Wishes = Readonly<{
  slotId: string;
  patientId: string;
  /** one of the patient's */
  dependantId?: string;
  status?: ConsultationStatus;
  mode?: Mode;
  seat?: number;
  feeMinor?: number;
  /** Sealed with the patient's own key; without one the reason can't be opened. */
  reason?: string;
}>;

/** What led to each status, as the audit log tells it. */
const EVENTS = {
  REQUESTED: [],
  CONFIRMED: ["consultation.confirm"],
  IN_PROGRESS: ["consultation.confirm", "consultation.start"],
  COMPLETED: ["consultation.confirm", "consultation.start", "consultation.complete"],
  CANCELLED: ["consultation.cancel"],
  NO_SHOW: ["consultation.confirm", "consultation.miss"],
  EXPIRED: ["consultation.expire"],
} as const satisfies Record<ConsultationStatus, readonly AuditAction[]>;

async function sealed(sql: Sql, id: string, patientId: string, reason: string): Promise<Buffer> {
  const { rows } = await sql.query<{ wrappedKey: Buffer; masterVersion: number }>(
    `SELECT wrapped_key AS "wrappedKey", master_version AS "masterVersion" FROM data_keys
     WHERE user_id = $1 AND retention_class = 'CLINICAL'`,
    [patientId],
  );
  const [key] = rows;
  if (!key) throw new Error("the patient has no clinical data key");
  return Buffer.from(openKey(testKeys, key).seal("consultations.reason_sealed", id, reason));
}

/** A visit in any state, as history is loaded: with its audit events, without a payment. */
export async function makeConsultation(sql: Sql, wishes: Wishes): Promise<string> {
  const { status = "CONFIRMED" } = wishes;
  const id = randomUUID();
  await sql.query(
    `WITH said AS (
       INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id)
       SELECT $3, 'PATIENT', action, 'consultation', $1, $3 FROM unnest($8::text[]) AS action)
     INSERT INTO consultations (id, slot_id, seat, doctor_id, patient_id, dependant_id, starts_at, ends_at, status, mode, reason_sealed,
       fee_minor, consent_version, consent_locale, consent_at, hold_expires_at, confirmed_at, started_at, completed_at,
       cancelled_by, missed_by)
     SELECT $1, s.id, $6, s.doctor_id, $3, $9, s.starts_at, s.ends_at, $4::"ConsultationStatus", $5, $10,
       $7, 'test', 'en', now(),
       CASE WHEN $4 = 'REQUESTED' THEN now() + interval '10 minutes' END,
       CASE WHEN $4 NOT IN ('REQUESTED', 'EXPIRED') THEN now() END,
       CASE WHEN $4 IN ('IN_PROGRESS', 'COMPLETED') THEN now() END,
       CASE WHEN $4 = 'COMPLETED' THEN now() END,
       CASE WHEN $4 = 'CANCELLED' THEN 'PATIENT'::"Party" END,
       CASE WHEN $4 = 'NO_SHOW' THEN 'PATIENT'::"Party" END
     FROM slots s WHERE s.id = $2`,
    [
      id,
      wishes.slotId,
      wishes.patientId,
      status,
      wishes.mode ?? "VIDEO",
      wishes.seat ?? 1,
      wishes.feeMinor ?? 50_000,
      ["consultation.book", ...EVENTS[status]],
      wishes.dependantId ?? null,
      wishes.reason === undefined ? Buffer.alloc(1) : await sealed(sql, id, wishes.patientId, wishes.reason),
    ],
  );
  return id;
}
