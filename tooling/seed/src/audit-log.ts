import { type AuditAction, type AuditRole, entityTypeOf } from "@amrutam/domain/audit/actions";
import type { RowOf } from "./insert-rows";
import type { Random } from "./random";
import type { AUDIT_EVENTS } from "./tables";

type Event = Readonly<{
  action: AuditAction;
  atMs: number;
  /** null: the platform itself */
  actor: Readonly<{ id: string; role: AuditRole }> | null;
  entityId: string;
  patientId?: string | null;
}>;

/** Gathers what the audit log has to say about everything that is loaded. */
export function auditLog(random: Random) {
  const rows: RowOf<typeof AUDIT_EVENTS>[] = [];
  return {
    rows,
    say({ action, atMs, actor, entityId, patientId = null }: Event): void {
      rows.push({
        id: random.uuid(atMs),
        occurred_at: new Date(atMs),
        actor_id: actor?.id ?? null,
        actor_role: actor?.role ?? "SYSTEM",
        action,
        entity_type: entityTypeOf(action),
        entity_id: entityId,
        patient_id: patientId,
        request_id: "seed",
      });
    },
  };
}
export type AuditLog = ReturnType<typeof auditLog>;
