import { CONSENT_VERSION } from "@amrutam/domain/booking/schema";
import type { Client } from "pg";
import { auditLog } from "../audit-log";
import { insertRows, type RowOf } from "../insert-rows";
import type { Random } from "../random";
import { AUDIT_EVENTS, CONSULTATIONS, PAYMENTS, SLOTS } from "../tables";
import type { BenchPatient, BenchPeople } from "./people";
import { type Placed, placeSlots, slotRows, tomorrowMs } from "./slots";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const BATCH = 10_000;
/** Of 20 visits one was cancelled and one missed. */
const STATUSES = ["CANCELLED", "NO_SHOW"] as const;
const EVENT = {
  COMPLETED: "consultation.complete",
  CANCELLED: "consultation.cancel",
  NO_SHOW: "consultation.miss",
} as const;

type Status = keyof typeof EVENT;
const statusOf = (index: number): Status => STATUSES[index % 20] ?? "COMPLETED";

function consultationRow(
  random: Random,
  slot: Placed,
  patient: BenchPatient,
  status: Status,
): RowOf<typeof CONSULTATIONS> {
  const bookedAtMs = slot.startsAtMs - 2 * DAY_MS;
  const id = random.uuid(bookedAtMs);
  const isHeld = status === "COMPLETED";
  const at = { start: new Date(slot.startsAtMs), end: new Date(slot.endsAtMs), booked: new Date(bookedAtMs) };
  const endedAt = status === "CANCELLED" ? new Date(bookedAtMs + 30 * MINUTE_MS) : at.end;
  return {
    id,
    slot_id: slot.id,
    doctor_id: slot.doctor.id,
    patient_id: patient.id,
    dependant_id: null,
    starts_at: at.start,
    ends_at: at.end,
    status,
    mode: "VIDEO",
    reason_sealed: patient.clinical.seal("consultations.reason_sealed", id, "Follow-up of the last visit."),
    fee_minor: slot.doctor.feeMinor,
    hold_expires_at: null,
    consent_version: CONSENT_VERSION,
    consent_locale: "en",
    consent_at: at.booked,
    booked_at: at.booked,
    confirmed_at: at.booked,
    started_at: isHeld ? at.start : null,
    completed_at: isHeld ? at.end : null,
    ended_at: endedAt,
    cancelled_by: status === "CANCELLED" ? "PATIENT" : null,
    missed_by: status === "NO_SHOW" ? "PATIENT" : null,
    updated_at: endedAt,
  };
}

/** What was paid; of a cancelled visit nothing ever was. */
function paymentRow(random: Random, visit: RowOf<typeof CONSULTATIONS>): RowOf<typeof PAYMENTS> {
  const bookedAt = visit.booked_at as Date;
  const id = random.uuid(bookedAt.getTime());
  const isPaid = visit.status !== "CANCELLED";
  return {
    id,
    consultation_id: visit.id,
    provider: "local",
    provider_ref: isPaid ? `bench_${id}` : null,
    amount_minor: visit.fee_minor,
    refunded_minor: 0,
    status: isPaid ? "SUCCEEDED" : "VOID",
    captured_at: isPaid ? bookedAt : null,
    created_at: bookedAt,
    updated_at: bookedAt,
  };
}

/**
 * Visits of the past with their payments and the audit events that account for them. A doctor's visits lie one behind
 * the other; a patient's may coincide, which the past allows.
 */
export async function insertVisits(
  client: Client,
  random: Random,
  people: BenchPeople,
  count: number,
  nowMs: number,
): Promise<void> {
  const slots = placeSlots(random, people, count, tomorrowMs(nowMs) - 3 * DAY_MS, -1);
  for (let from = 0; from < slots.length; from += BATCH) {
    const part = slots.slice(from, from + BATCH);
    const events = auditLog(random);
    const visits = part.map((slot, index) => {
      const patient = people.patients[(from + index) % people.patients.length] as BenchPatient;
      const status = statusOf(from + index);
      const visit = consultationRow(random, slot, patient, status);
      const about = { entityId: String(visit.id), patientId: patient.id };
      const booker = { id: patient.id, role: "PATIENT" } as const;
      const doctor = { id: slot.doctor.userId, role: "DOCTOR" } as const;
      const actor = status === "CANCELLED" ? booker : doctor;
      events.say({
        action: "consultation.book",
        atMs: slot.startsAtMs - 2 * DAY_MS,
        actor: booker,
        ...about,
      });
      events.say({ action: EVENT[status], atMs: slot.endsAtMs, actor, ...about });
      return visit;
    });
    await insertRows(
      client,
      "slots",
      SLOTS,
      slotRows(part, (index) => statusOf(from + index) !== "CANCELLED"),
    );
    await insertRows(client, "audit_events", AUDIT_EVENTS, events.rows);
    await insertRows(client, "consultations", CONSULTATIONS, visits);
    const paid = visits.filter((visit) => Number(visit.fee_minor) > 0);
    await insertRows(
      client,
      "payments",
      PAYMENTS,
      paid.map((visit) => paymentRow(random, visit)),
    );
  }
}
