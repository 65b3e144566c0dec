import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import type { AuditAction } from "@amrutam/domain/audit/actions";
import { type PrescriptionDetail, prescriptionDetail } from "@amrutam/domain/prescription/schema";
import type { ActorContext } from "../../context";
import { type ConsultationScope, ownConsultations } from "../consultation/public";

type Row = Readonly<{
  id: string;
  content_sealed: Uint8Array;
  wrapped_key: Uint8Array | null;
  master_version: number;
}>;

/** The read and its audit events are one statement: what can't be noted isn't shown. */
const READ = (column: ConsultationScope["column"], by: "r.consultation_id" | "r.id") => `
WITH target AS (
  SELECT r.id, r.version, r.content_sealed, c.patient_id FROM prescriptions r JOIN consultations c ON c.id = r.consultation_id
  WHERE ${by} = $1 AND c.${column} = $2
), said AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, entity_id, patient_id, request_id)
  SELECT $3, $4, $5, 'prescription', id, patient_id, $6 FROM target
)
SELECT t.id, t.content_sealed, k.wrapped_key, k.master_version FROM target t
JOIN data_keys k ON k.user_id = t.patient_id AND k.retention_class = 'CLINICAL'
ORDER BY t.version DESC`;

/** Prescriptions of an own visit, or one by its id, newest version first; empty for somebody else's. */
export async function readPrescriptions(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  by: "r.consultation_id" | "r.id",
  id: string,
  action: Extract<AuditAction, "prescription.read" | "prescription.print">,
): Promise<PrescriptionDetail[]> {
  const { column, value } = ownConsultations(ctx.actor);
  const rows = await ctx.deps.db.query<Row>(`prescription.read:${column}:${by}`, READ(column, by), [
    id,
    value,
    ctx.actor.userId,
    ctx.actor.role,
    action,
    ctx.requestId,
  ]);
  return rows.map((row) => {
    const cipher = openKey(ctx.deps.keys, { wrappedKey: row.wrapped_key, masterVersion: row.master_version });
    const content = cipher.unseal("prescriptions.content_sealed", row.id, row.content_sealed);
    return prescriptionDetail.parse(JSON.parse(content));
  });
}
