import { type AuditAction, entityTypeOf } from "@amrutam/domain/audit/actions";
import type { auditActor } from "./audit";
import type { Conditions } from "./conditions";

/** Who looks. */
export type Reader = ReturnType<typeof auditActor>;

/**
 * The first CTE of a list that shows people: writes who looked in the statement that shows. Where it can't be written,
 * nothing is shown.
 */
export const noteRead = (list: Conditions, reader: Reader, action: AuditAction, patientId?: string): string =>
  `noted AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, patient_id, request_id)
  VALUES (${list.bind(reader.actorId)}::uuid, ${list.bind(reader.actorRole)}, '${action}', '${entityTypeOf(action)}',
    ${list.bind(patientId ?? null)}::uuid, ${list.bind(reader.requestId)})
)`;
