import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import { decideBooking, HOLD_MIN, MAX_OPEN_HOLDS } from "@amrutam/domain/booking/decide-booking";
import { type BookConsultationInput, CONSENT_VERSION } from "@amrutam/domain/booking/schema";
import type { bookedConsultation } from "@amrutam/domain/consultation/schema";
import { ok, type Refusal, type Result, refuse } from "@amrutam/domain/result";
import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { sqlState } from "../../errors";
import { hashInput } from "../../idempotency";
import { iso } from "../../wire";
import { openElsewhere } from "../doctor/public";
import { type BookedRow, type BookingFactsRow, bookInOneTrip, nearestOpenSlots } from "./booking-store";

type PatientContext = ActorContext<Actor<"PATIENT">>;
type Booked = z.infer<typeof bookedConsultation>;

/** A dependant who was removed in the meantime, or another patient's: the composite foreign key is the last lock. */
const NO_SUCH_ROW = "23503";

/** 23P01 and 23505: another patient, or another of this patient's visits, was first; the constraints are the lock. */
const LOST_RACE: Record<string, "booking.slot_taken" | "booking.patient_overlap"> = {
  "23505": "booking.slot_taken",
  "23P01": "booking.patient_overlap",
};

/** The last word of the schema: the doctor's account is disabled, whatever the approval says. */
const isDoctorDisabled = (error: unknown) =>
  (error as { constraint?: unknown }).constraint === "consultations_doctor_active";

/** What a booking is refused with when the schema, the last lock, said no; undefined when it said something else. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (isDoctorDisabled(error)) return refuse("booking.doctor_not_bookable");
  const state = sqlState(error) ?? "";
  if (state === NO_SUCH_ROW) return refuse("not_found");
  const code = LOST_RACE[state];
  return code && refuse(code);
}

const utc = (text: string) => iso(new Date(text));

/** What a booking is told. */
export const bookedOf = (row: BookedRow): Booked => ({
  id: row.id,
  status: row.status,
  slotId: row.slotId,
  doctorId: row.doctorId,
  startsAt: utc(row.startsAt),
  endsAt: utc(row.endsAt),
  mode: row.mode,
  holdExpiresAt: row.holdExpiresAt && utc(row.holdExpiresAt),
  fee: { minor: row.feeMinor, currency: row.currency },
});

/** The domain names the reason. @throws Error when function and rule disagree, which is a bug in one of them */
export function reasonFor(facts: BookingFactsRow, mode: BookConsultationInput["mode"]): Refusal {
  const decision = decideBooking(
    {
      slot: facts.slot && {
        ...facts.slot,
        startsAt: Temporal.Instant.from(facts.slot.startsAt),
        endsAt: Temporal.Instant.from(facts.slot.endsAt),
      },
      doctor: facts.doctor,
      patient: facts.patient,
      mode,
    },
    Temporal.Instant.from(facts.now),
  );
  if (decision.ok) throw new Error("book_consultation() refused what decideBooking() allows");
  return decision;
}

/**
 * Holds a slot for ten minutes, or confirms it at once when the visit is free.
 * A lost slot answers with the nearest open times in `details.alternatives`: the doctor's own, then those of others of the
 * specialization.
 */
export async function bookConsultation(
  ctx: PatientContext,
  input: BookConsultationInput,
): Promise<Result<Booked>> {
  const { deps, actor, session } = ctx;
  if (!session.clinicalKey) throw new Error("a patient has no clinical data key");
  const id = deps.ids.uuid();
  const cipher = openKey(deps.keys, session.clinicalKey);
  try {
    const result = await bookInOneTrip(deps, {
      id,
      paymentId: deps.ids.uuid(),
      slotId: input.slotId,
      patientId: actor.userId,
      dependantId: input.dependantId ?? null,
      mode: input.mode,
      reasonSealed: cipher.seal("consultations.reason_sealed", id, input.reason),
      consentVersion: CONSENT_VERSION,
      consentLocale: ctx.locale,
      key: input.idempotencyKey,
      inputHash: hashInput(deps, input),
      requestId: ctx.requestId,
      holdMin: HOLD_MIN,
      maxHolds: MAX_OPEN_HOLDS,
      provider: deps.payments.provider,
    });
    if (result.outcome === "reused") return refuse("idempotency.key_reused");
    if (result.outcome === "in_flight") return refuse("idempotency.in_flight");
    if (result.outcome !== "refused") return ok(bookedOf(result.answer));
    return withAlternatives(ctx, input, reasonFor(result.facts, input.mode));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return withAlternatives(ctx, input, refusal);
  }
}

const MOST = 3;

/** Names other times where the one that was asked for is gone. */
async function withAlternatives({ deps }: PatientContext, input: BookConsultationInput, refusal: Refusal) {
  if (refusal.code !== "booking.slot_taken") return refusal;
  const rows = await nearestOpenSlots(deps, input.slotId, input.mode);
  const alternatives = rows.map((row) => ({
    id: row.id,
    startsAt: iso(row.starts_at),
    endsAt: iso(row.ends_at),
    doctorId: row.doctor_id,
  }));
  const others = await openElsewhere(deps, input.slotId, input.mode, MOST - alternatives.length);
  const elsewhere = others.map(({ id, startsAt, endsAt, doctor }) => ({
    id,
    startsAt,
    endsAt,
    doctorId: doctor.id,
  }));
  return refuse(refusal.code, { alternatives: [...alternatives, ...elsewhere] });
}
