import type { Query } from "@amrutam/db/client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import type { Currency } from "@amrutam/domain/money/currencies";
import type { Audience } from "@amrutam/domain/notification/kinds";
import type { Recipient } from "./post";

export type Zoned = Recipient & Readonly<{ timezone: string }>;

/** A visit as its mails need it; nothing clinical is read. */
export type Visit = Readonly<{
  id: string;
  status: string;
  mode: Mode;
  startsAt: string;
  endsAt: string;
  feeMinor: number;
  currency: Currency;
  wasConfirmed: boolean;
  cancelledBy: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
  /** Why the platform cancelled. */
  cancelReason: string | null;
  /** Who wasn't there. */
  missedBy: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
  movedBy: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
  /** The start before it was moved. */
  movedFrom: string | null;
  /** null: nothing was captured */
  refundedMinor: number | null;
  /** Whom it is for, when not the patient who booked. */
  dependantName: string | null;
  patient: Zoned;
  doctor: Zoned & Readonly<{ council: string; registrationNumber: string }>;
}>;

export const person = (
  alias: string,
  more = "",
) => `json_build_object('userId', ${alias}.id, 'email', ${alias}.email,
    'fullName', ${alias}.full_name, 'locale', ${alias}.locale, 'timezone', ${alias}.timezone${more})`;
export const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const VISIT = `
SELECT c.id, c.status, c.mode, ${iso("c.starts_at")} AS "startsAt", ${iso("c.ends_at")} AS "endsAt",
  c.fee_minor AS "feeMinor", c.currency, c.confirmed_at IS NOT NULL AS "wasConfirmed", c.cancelled_by AS "cancelledBy",
  c.missed_by AS "missedBy", dep.full_name AS "dependantName", c.cancel_reason AS "cancelReason", c.moved_by AS "movedBy", ${iso("c.moved_from")} AS "movedFrom",
  CASE WHEN p.status = 'SUCCEEDED' THEN p.refunded_minor END AS "refundedMinor",
  ${person("pu")} AS patient,
  ${person("du", ", 'council', d.council, 'registrationNumber', d.registration_number")} AS doctor
FROM consultations c
JOIN users pu ON pu.id = c.patient_id
JOIN doctors d ON d.id = c.doctor_id JOIN users du ON du.id = d.user_id
LEFT JOIN dependants dep ON dep.id = c.dependant_id
LEFT JOIN payments p ON p.consultation_id = c.id
WHERE c.id = $1`;

export async function visitOf(query: Query, consultationId: string): Promise<Visit | undefined> {
  const [visit] = await query<Visit>("mail.visit", VISIT, [consultationId]);
  return visit;
}

/**
 * Who is told of a cancellation: both sides of a visit that was booked. An unpaid hold that its patient dropped is nobody's
 * business; of one that somebody else took away its patient hears, who may be about to pay.
 */
export const isToldOfCancelling = (
  { status, wasConfirmed, cancelledBy }: Visit,
  audience: Audience,
): boolean =>
  status === "CANCELLED" && (wasConfirmed || (audience === "PATIENT" && cancelledBy !== "PATIENT"));
