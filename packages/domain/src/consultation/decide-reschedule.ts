import type { Temporal } from "temporal-polyfill";
import { type BookingFacts, decideBooking } from "../booking/decide-booking";
import type { Mode } from "../doctor/catalogue";
import { ok, type Result, refuse } from "../result";
import { moveRule } from "./change-policy";
import { decideTransition, type Party, type VisitFacts } from "./transitions";

/** What speaks for or against another time, as the database saw it under its lock. */
export type RescheduleFacts = Readonly<{
  visit: VisitFacts & Readonly<{ mode: Mode; patientMoves: number }>;
  /** Null when there is no such slot, it was withdrawn, or it is another doctor's. */
  slot: BookingFacts["slot"];
  /** The visit has this slot already. */
  isSameSlot: boolean;
  doctor: Readonly<{ bookable: boolean; minNoticeMin: number }>;
  /** Another active visit of the patient at that time. */
  overlapping: boolean;
}>;

/** What is said of a patient's other visit: to the patient that, to the doctor only that this time won't do. */
export const overlapFor = (party: Party) =>
  party === "DOCTOR" ? "consultation.patient_busy" : "booking.patient_overlap";

/**
 * May `party` move this visit to that slot? First the visit and the policy, then the slot by the rules of booking. Notice
 * binds patients only: a doctor knows when there is time.
 */
export function decideReschedule(
  facts: RescheduleFacts,
  party: Party,
  now: Temporal.Instant,
): Result<"CONFIRMED"> {
  const { visit, slot, doctor } = facts;
  const move = decideTransition(visit, "reschedule", party, now);
  if (!move.ok) return move;
  const max = moveRule(party)?.times ?? null;
  if (max !== null && visit.patientMoves >= max) return refuse("consultation.moved_too_often", { max });
  if (slot === null) return refuse("not_found");
  if (facts.isSameSlot) return refuse("consultation.same_time");
  const booking = decideBooking(
    {
      slot,
      doctor: {
        bookable: doctor.bookable,
        minNoticeMin: party === "PATIENT" ? doctor.minNoticeMin : 0,
        // Nothing is held or charged: the fee is the visit's own.
        isFree: true,
      },
      patient: { emailVerified: true, dependantKnown: true, overlapping: facts.overlapping, openHolds: 0 },
      mode: visit.mode,
    },
    now,
  );
  if (booking.ok) return ok("CONFIRMED");
  return booking.code === "booking.patient_overlap" ? refuse(overlapFor(party)) : booking;
}
