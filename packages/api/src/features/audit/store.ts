import type { Query } from "@amrutam/db/client";
import type { auditEvent, listAuditInput } from "@amrutam/domain/audit/schema";
import type * as z from "zod";
import { conditions, given } from "../../conditions";
import type { Keyset } from "../../keyset";
import { noteRead, type Reader } from "../../note-read";
import { iso } from "../../wire";
import type { ConsoleScope } from "../admin/public";

type AuditEvent = z.infer<typeof auditEvent>;
export type EventRow = Omit<AuditEvent, "occurredAt" | "actor" | "patient"> &
  Readonly<{
    occurredAt: Date;
    actorId: string | null;
    actorName: string | null;
    patientId: string | null;
    patientName: string | null;
  }>;

type Filter = Omit<z.output<typeof listAuditInput>, "cursor"> & Readonly<{ after?: Keyset }>;

/** Events, latest first, with the names their people have today. The look itself is an event, seen from the next look on. */
export function findEvents(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  filter: Filter,
): Promise<EventRow[]> {
  const list = conditions("audit.list")
    .when("actor", given(filter.actorId), (actor) => `e.actor_id = ${actor}::uuid`)
    .when("patient", given(filter.patientId), (patient) => `e.patient_id = ${patient}::uuid`)
    .when("entity", given(filter.entityId), (entity) => `e.entity_id = ${entity}::uuid`)
    .when("action", given(filter.action), (action) => `e.action = ${action}`)
    // Written out: the index of what was refused is only found for a plan that knows which outcome is asked for.
    .when(`outcome=${filter.outcome}`, filter.outcome && [], () => `e.outcome = '${filter.outcome}'`)
    .when("from", given(filter.from), (from) => `e.occurred_at >= ${from}::timestamptz`)
    .when("to", given(filter.to), (to) => `e.occurred_at < ${to}::timestamptz`)
    .when("after", filter.after, (at, id) => `(e.occurred_at, e.id) < (${at}::timestamptz, ${id}::uuid)`);
  const text = `WITH ${noteRead(list, reader, "audit.read", filter.patientId)}, page AS (
  SELECT * FROM audit_events e ${list.where()} ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${list.bind(filter.limit)}
)
SELECT e.id, e.occurred_at AS "occurredAt", e.actor_id AS "actorId", a.full_name AS "actorName", e.actor_role AS "actorRole",
  e.action, e.entity_type AS "entityType", e.entity_id AS "entityId", e.patient_id AS "patientId",
  p.full_name AS "patientName", e.outcome, e.request_id AS "requestId"
FROM page e LEFT JOIN users a ON a.id = e.actor_id LEFT JOIN users p ON p.id = e.patient_id
ORDER BY e.occurred_at DESC, e.id DESC`;
  return query<EventRow>(list.name(), text, list.values);
}

const named = (id: string | null, fullName: string | null) =>
  id === null ? null : { id, fullName: fullName ?? "" };

export const toAuditEvent = ({
  actorId,
  actorName,
  patientId,
  patientName,
  ...row
}: EventRow): AuditEvent => ({
  ...row,
  occurredAt: iso(row.occurredAt),
  actor: named(actorId, actorName),
  patient: named(patientId, patientName),
});
