import { CONSENT_VERSION } from "@amrutam/domain/booking/schema";
import type { AuditLog } from "../audit-log";
import type { RowOf } from "../insert-rows";
import type { Random } from "../random";
import type { CONSULTATIONS, PAYMENTS, REFUNDS } from "../tables";
import type { Visit } from "./visits";

const dateOrNull = (ms: number | null) => (ms === null ? null : new Date(ms));

/** @param reasonSealed with the patient's clinical key, for this visit's id */
export const consultationRow = (visit: Visit, reasonSealed: Uint8Array): RowOf<typeof CONSULTATIONS> => ({
  id: visit.id,
  slot_id: visit.slot.id,
  doctor_id: visit.slot.doctor.id,
  patient_id: visit.patient.id,
  dependant_id: visit.dependant?.id ?? null,
  starts_at: new Date(visit.slot.startsAtMs),
  ends_at: new Date(visit.slot.endsAtMs),
  status: visit.status,
  mode: visit.mode,
  reason_sealed: reasonSealed,
  fee_minor: visit.slot.doctor.feeMinor,
  hold_expires_at: dateOrNull(visit.holdExpiresAtMs),
  consent_version: CONSENT_VERSION,
  consent_locale: visit.patient.locale,
  consent_at: new Date(visit.bookedAtMs),
  booked_at: new Date(visit.bookedAtMs),
  confirmed_at: dateOrNull(visit.confirmedAtMs),
  started_at: dateOrNull(visit.startedAtMs),
  completed_at: dateOrNull(visit.completedAtMs),
  ended_at: dateOrNull(visit.endedAtMs),
  cancelled_by: visit.cancelledBy,
  missed_by: visit.missedBy,
  updated_at: new Date(visit.endedAtMs ?? visit.confirmedAtMs ?? visit.bookedAtMs),
});

type Money = Readonly<{ payment: RowOf<typeof PAYMENTS>; refund: RowOf<typeof REFUNDS> | null }>;

/** Payment and refund of a visit as the platform would have left them; null where there was nothing to pay. */
export function moneyRows(random: Random, visit: Visit): Money | null {
  const { bookedAtMs, confirmedAtMs, endedAtMs, refundMinor, isPaid } = visit;
  const amount = visit.slot.doctor.feeMinor;
  if (amount === 0) return null;
  const id = random.uuid(bookedAtMs);
  const unpaid = visit.status === "CANCELLED" ? "VOID" : "PENDING";
  const payment = {
    id,
    consultation_id: visit.id,
    provider: "local",
    provider_ref: isPaid ? `local_pay_${id}` : null,
    amount_minor: amount,
    refunded_minor: refundMinor,
    status: isPaid ? "SUCCEEDED" : unpaid,
    captured_at: isPaid ? dateOrNull(confirmedAtMs) : null,
    created_at: new Date(bookedAtMs),
    updated_at: new Date(endedAtMs ?? confirmedAtMs ?? bookedAtMs),
  };
  if (refundMinor === 0 || endedAtMs === null) return { payment, refund: null };
  const refundId = random.uuid(endedAtMs);
  const by =
    visit.cancelledBy === null ? "missed_by_doctor" : `cancelled_by_${visit.cancelledBy.toLowerCase()}`;
  const refund = {
    id: refundId,
    payment_id: id,
    amount_minor: refundMinor,
    reason: by,
    status: "SUCCEEDED",
    provider_ref: `local_refund_${refundId}`,
    created_at: new Date(endedAtMs),
    settled_at: new Date(endedAtMs + 30_000),
  };
  return { payment, refund };
}

const PARTY_EVENT = { CANCELLED: "consultation.cancel", NO_SHOW: "consultation.miss" } as const;

/** Every event of the visit's life, as the procedures would have written them. */
export function sayVisit(log: AuditLog, visit: Visit, money: Money | null): void {
  const { id: entityId, patient, status, endedAtMs } = visit;
  const patientActor = { id: patient.id, role: "PATIENT" } as const;
  const doctorActor = { id: visit.slot.doctor.user.id, role: "DOCTOR" } as const;
  const about = { entityId, patientId: patient.id };
  log.say({ action: "consultation.book", atMs: visit.bookedAtMs, actor: patientActor, ...about });
  if (money && visit.isPaid && visit.confirmedAtMs !== null) {
    const atMs = visit.confirmedAtMs;
    const payment = { entityId: String(money.payment.id), patientId: patient.id };
    log.say({ action: "payment.settle", atMs, actor: patientActor, ...payment });
    log.say({ action: "consultation.confirm", atMs, actor: patientActor, ...about });
    if (money.refund && endedAtMs !== null)
      log.say({ action: "payment.refund", atMs: endedAtMs + 30_000, actor: null, ...payment });
  }
  if (visit.startedAtMs !== null)
    log.say({ action: "consultation.start", atMs: visit.startedAtMs, actor: doctorActor, ...about });
  if (visit.completedAtMs !== null)
    log.say({ action: "consultation.complete", atMs: visit.completedAtMs, actor: doctorActor, ...about });
  if (endedAtMs === null) return;
  if (status === "EXPIRED")
    log.say({ action: "consultation.expire", atMs: endedAtMs, actor: null, ...about });
  if (status === "CANCELLED" || status === "NO_SHOW") {
    const actor = visit.cancelledBy === "PATIENT" ? patientActor : doctorActor;
    log.say({ action: PARTY_EVENT[status], atMs: endedAtMs, actor, ...about });
  }
}
