import type { ConsultationStatus } from "@amrutam/domain/consultation/schema";
import type { Relationship } from "@amrutam/domain/dependant/relationship";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { LATE_MAX } from "@amrutam/domain/notification/schema";
import type { Deps } from "../../deps";
import type { Keyset } from "../../keyset";
import type { ConsultationScope } from "./scope";

export type ItemRow = Readonly<{
  id: string;
  status: ConsultationStatus;
  mode: Mode;
  starts_at: Date;
  ends_at: Date;
  hold_expires_at: Date | null;
  fee_minor: number;
  currency: "INR";
  doctor_id: string;
  doctor_name: string;
  specialization: string;
  doctor_zone: string;
  patient_id: string;
  patient_name: string;
  dependant_id: string | null;
  dependant_name: string;
  relationship: Relationship;
  has_prescription: boolean;
  delay_min: number | null;
}>;

/** A hold whose time is up reads as what it is, even before the worker has cleared it away. */
export const SHOWN_STATUS = `CASE WHEN c.status = 'REQUESTED' AND c.hold_expires_at <= clock_timestamp() THEN 'EXPIRED' ELSE c.status END`;

/** The doctor's newest word about the start that stands; asked only of visits that may still be waited for. */
const DELAY = `CASE WHEN c.status = 'CONFIRMED' AND c.ends_at > now() - interval '${LATE_MAX} minutes' THEN (
    SELECT late.minutes FROM visit_delays late WHERE late.consultation_id = c.id AND late.starts_at = c.starts_at
    ORDER BY late.created_at DESC, late.id DESC LIMIT 1) END`;

/** A hold that was dropped before it was paid: its doctor never hears of it, nor of the reason that was typed. */
const IS_DROPPED = `(c.status = 'CANCELLED' AND c.confirmed_at IS NULL)`;

/** What a doctor may open: visits that were booked, whatever became of them. */
export const WAS_BOOKED = `c.status NOT IN ('REQUESTED', 'EXPIRED') AND NOT ${IS_DROPPED}`;

export const ITEM_COLUMNS = `c.id, ${SHOWN_STATUS} AS status, c.mode, c.starts_at, c.ends_at, c.hold_expires_at, c.fee_minor, c.currency,
  d.id AS doctor_id, d.display_name AS doctor_name, d.specialization, d.timezone AS doctor_zone,
  p.id AS patient_id, p.full_name AS patient_name, dep.id AS dependant_id, dep.full_name AS dependant_name, dep.relationship,
  EXISTS (SELECT FROM prescriptions r WHERE r.consultation_id = c.id) AS has_prescription, ${DELAY} AS delay_min`;

export const ITEM_TABLES = `consultations c JOIN doctors d ON d.id = c.doctor_id JOIN users p ON p.id = c.patient_id
  LEFT JOIN dependants dep ON dep.id = c.dependant_id`;

export type ListRequest = Readonly<{
  scope: ConsultationScope;
  order: "asc" | "desc";
  status: ConsultationStatus | undefined;
  from: string | undefined;
  to: string | undefined;
  after: Keyset | undefined;
  /** rows wanted, one more than the page to know whether there is a next */
  take: number;
}>;

/** One statement; its text and name depend only on which filters are there. */
export function listItems(deps: Deps, request: ListRequest): Promise<ItemRow[]> {
  const { scope, order, status, after } = request;
  const values: unknown[] = [
    scope.value,
    request.from ?? "-infinity",
    request.to ?? "infinity",
    request.take,
  ];
  const where = [`c.${scope.column} = $1`, "c.starts_at >= $2::timestamptz", "c.starts_at < $3::timestamptz"];
  if (status) where.push(`${SHOWN_STATUS} = $${values.push(status)}::"ConsultationStatus"`);
  if (after) {
    const compare = order === "asc" ? ">" : "<";
    where.push(
      `(c.starts_at, c.id) ${compare} ($${values.push(after[0])}::timestamptz, $${values.push(after[1])}::uuid)`,
    );
  }
  // A doctor's list is for work: holds that came to nothing aren't part of it.
  if (scope.column === "doctor_id") where.push(`${SHOWN_STATUS} <> 'EXPIRED' AND NOT ${IS_DROPPED}`);
  const text = `SELECT ${ITEM_COLUMNS} FROM ${ITEM_TABLES} WHERE ${where.join(" AND ")}
    ORDER BY c.starts_at ${order}, c.id ${order} LIMIT $4`;
  const name = `consultation.list:${scope.column}:${order}:${status ? "s" : ""}${after ? "c" : ""}`;
  return deps.db.query<ItemRow>(name, text, values);
}
