import type { Temporal } from "temporal-polyfill";
import type { Mode } from "../doctor/catalogue";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import { earlier, isAfter, plusMin, toIso } from "../time/instant";

/** How long a slot is held for payment, minutes; never beyond the slot's own start. */
export const HOLD_MIN = 10;

/** Unpaid holds one patient may have at a time, so that nobody keeps a day's slots from others. */
export const MAX_OPEN_HOLDS = 3;

/** What speaks for or against a booking, as the database saw it under its lock. Stale holds are expired already. */
export type BookingFacts = Readonly<{
  /** Null when there is no such slot, or it was withdrawn. */
  slot: Readonly<{
    startsAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    status: "OPEN" | "BLOCKED";
    capacity: number;
    taken: number;
    modes: readonly Mode[];
  }> | null;
  /** The slot's doctor; null only without a slot. `isFree`: the fee is 0. */
  doctor: Readonly<{ bookable: boolean; minNoticeMin: number; isFree: boolean }> | null;
  /**
   * `dependantKnown`: false when the visit is for a dependant who is not this patient's, or is no longer listed.
   * `overlapping`: another active visit at that time, whoever it is for: the patient attends each.
   * `openHolds`: visits awaiting payment.
   */
  patient: Readonly<{
    emailVerified: boolean;
    dependantKnown: boolean;
    overlapping: boolean;
    openHolds: number;
  }>;
  mode: Mode;
}>;

export type BookingDecision =
  | Readonly<{ status: "REQUESTED"; holdExpiresAt: Temporal.Instant }>
  | Readonly<{ status: "CONFIRMED"; holdExpiresAt: null }>;

/**
 * May this patient have this slot? The first of these that holds is the answer, in an order that never sends anyone
 * after what could not help: who asks, for whom, is there a slot, is its doctor open to all, is it offered, is its time still
 * ahead, can they meet that way, is a seat left, is the patient's own time free, does the patient hold too many.
 * A slot begins strictly later than the doctor's notice. A free visit is confirmed at once and counts as no hold.
 */
export function decideBooking(facts: BookingFacts, now: Temporal.Instant): Result<BookingDecision> {
  const { slot, doctor, patient, mode } = facts;
  if (!patient.emailVerified) return refuse("auth.email_unverified");
  if (!patient.dependantKnown || slot === null || doctor === null) return refuse("not_found");
  if (!doctor.bookable) return refuse("booking.doctor_not_bookable");
  if (slot.status !== "OPEN") return refuse("booking.slot_not_open");
  if (!isAfter(slot.startsAt, now)) return refuse("booking.slot_past");
  if (!isAfter(slot.startsAt, plusMin(now, doctor.minNoticeMin)))
    return refuse("booking.too_soon", { minNoticeMin: doctor.minNoticeMin });
  if (!slot.modes.includes(mode)) return refuse("booking.mode_not_offered", { modes: [...slot.modes] });
  if (slot.taken >= slot.capacity) return refuse("booking.slot_taken");
  if (patient.overlapping) return refuse("booking.patient_overlap");
  if (doctor.isFree) return ok({ status: "CONFIRMED", holdExpiresAt: null });
  if (patient.openHolds >= MAX_OPEN_HOLDS) return refuse("booking.too_many_holds", { max: MAX_OPEN_HOLDS });
  return ok({ status: "REQUESTED", holdExpiresAt: holdExpiry(slot.startsAt, now) });
}

/** When a hold made now ends. */
export const holdExpiry = (startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant =>
  earlier(plusMin(now, HOLD_MIN), startsAt);

/** May this hold still be paid for? It may not at the very instant it ends. */
export function decidePayment(holdExpiresAt: Temporal.Instant, now: Temporal.Instant): Result<null> {
  return isAfter(holdExpiresAt, now)
    ? ok(null)
    : refuse("booking.hold_expired", { expiredAt: toIso(holdExpiresAt) });
}
