import type { Query } from "@amrutam/db/client";
import type { Delivery, listDeliveriesInput } from "@amrutam/domain/admin/delivery-schema";
import { entityTypeOf } from "@amrutam/domain/audit/actions";
import type * as z from "zod";
import { conditions, given } from "../../conditions";
import type { Keyset } from "../../keyset";
import type { Reader } from "../../note-read";
import { iso, isoOrNull } from "../../wire";
import type { ConsoleScope } from "./scope";

export type DeliveryRow = Omit<Delivery, "visit" | "createdAt" | "dueAt" | "settledAt"> &
  Readonly<{
    visitId: string | null;
    startsAt: Date | null;
    createdAt: Date;
    dueAt: Date;
    settledAt: Date | null;
  }>;

type Filter = Omit<z.output<typeof listDeliveriesInput>, "cursor"> & Readonly<{ after?: Keyset }>;

/**
 * Messages, newest first. The look is noted in the statement that shows, with the patient it was about where the list is
 * narrowed to one. What a message is about may be the visit, its reminder or its delay.
 */
export function findDeliveries(
  query: Query,
  _scope: ConsoleScope,
  reader: Reader,
  filter: Filter,
): Promise<DeliveryRow[]> {
  const list = conditions("admin.deliveries")
    .when("state", given(filter.state), (state) => `status = ${state}::"DeliveryStatus"`)
    .when("person", given(filter.userId), (user) => `user_id = ${user}::uuid`)
    .when(
      "visit",
      given(filter.consultationId),
      (
        visit,
      ) => `subject_id IN (SELECT ${visit}::uuid UNION ALL SELECT id FROM visit_reminders WHERE consultation_id = ${visit}::uuid
        UNION ALL SELECT id FROM visit_delays WHERE consultation_id = ${visit}::uuid)`,
    )
    .when("after", filter.after, (at, id) => `(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  const patient = `coalesce((SELECT patient_id FROM consultations WHERE id = ${list.bind(filter.consultationId ?? null)}::uuid),
    (SELECT id FROM users WHERE id = ${list.bind(filter.userId ?? null)}::uuid AND role = 'PATIENT'))`;
  const text = `WITH noted AS (
  INSERT INTO audit_events (actor_id, actor_role, action, entity_type, patient_id, request_id)
  VALUES (${list.bind(reader.actorId)}::uuid, ${list.bind(reader.actorRole)}, 'delivery.list', '${entityTypeOf("delivery.list")}',
    ${patient}, ${list.bind(reader.requestId)})
), page AS (
  SELECT * FROM deliveries ${list.where()} ORDER BY created_at DESC, id DESC LIMIT ${list.bind(filter.limit)}
)
SELECT d.id, d.kind, d.channel, d.audience, json_build_object('id', u.id, 'fullName', u.full_name, 'role', u.role) AS person,
  c.id AS "visitId", c.starts_at AS "startsAt", d.status AS state, d.reason, d.attempts, d.created_at AS "createdAt",
  d.due_at AS "dueAt", d.settled_at AS "settledAt"
FROM page d JOIN users u ON u.id = d.user_id
LEFT JOIN visit_reminders r ON r.id = d.subject_id
LEFT JOIN visit_delays l ON l.id = d.subject_id
LEFT JOIN consultations c ON c.id = coalesce(r.consultation_id, l.consultation_id, d.subject_id)
ORDER BY d.created_at DESC, d.id DESC`;
  return query<DeliveryRow>(list.name(), text, list.values);
}

export const toDelivery = ({ visitId, startsAt, ...row }: DeliveryRow): Delivery => ({
  ...row,
  visit: visitId && startsAt ? { id: visitId, startsAt: iso(startsAt) } : null,
  createdAt: iso(row.createdAt),
  dueAt: iso(row.dueAt),
  settledAt: isoOrNull(row.settledAt),
});
