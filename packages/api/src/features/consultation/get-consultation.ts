import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import { decideExtension } from "@amrutam/domain/consultation/decide-extension";
import type { ConsultationDetail } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { ageOn } from "@amrutam/domain/user/age";
import { Temporal } from "temporal-polyfill";
import type { ActorContext } from "../../context";
import { iso, isoOrNull } from "../../wire";
import { consultationItemOf } from "./consultation-item";
import { clinicalKeyOf, type DetailRow, findDetail } from "./detail-store";
import { findFullDayTimes } from "./full-day-times";
import { movableUntil } from "./movable-until";
import { refundNow } from "./refund-now";
import { ownConsultations } from "./scope";
import { visitFactsOf } from "./visit-facts";

type Reader = Actor<"PATIENT" | "DOCTOR">;

function paymentOf(row: DetailRow): ConsultationDetail["payment"] {
  if (!row.payment_id) return null;
  return {
    id: row.payment_id,
    status: row.payment_status,
    provider: row.payment_provider,
    amount: { minor: row.amount_minor, currency: row.currency },
    refunded: { minor: row.refunded_minor, currency: row.currency },
  };
}

/** What may still be changed of the visit, by whom is asking. */
function changesNow(row: DetailRow, actor: Reader) {
  const now = fromEpochMs(row.now.getTime());
  const facts = visitFactsOf(row);
  const isExtended = row.hold_extended_at !== null;
  return {
    movableUntil: movableUntil({ ...facts, patientMoves: row.patient_moves }, actor.role, now),
    canExtendHold: actor.role === "PATIENT" && decideExtension({ ...facts, isExtended }, now).ok,
    moved: row.moved_by && row.moved_from ? { by: row.moved_by, from: iso(row.moved_from) } : null,
    cancelReason: row.cancel_reason,
  };
}

/** Of the person treated: completed years on the day of the visit, where a date of birth is known. */
function ageOf(row: DetailRow, ctx: ActorContext<Reader>): number | null {
  const sealed = row.dependant_id ? row.dependant_birth_date_sealed : row.birth_date_sealed;
  if (!sealed || !row.account_key || row.account_version === null) return null;
  const cipher = openKey(ctx.deps.keys, { wrappedKey: row.account_key, masterVersion: row.account_version });
  const born = row.dependant_id
    ? cipher.unseal("dependants.birth_date_sealed", row.dependant_id, sealed)
    : cipher.unseal("users.birth_date_sealed", row.patient_id, sealed);
  const day = fromEpochMs(row.starts_at.getTime()).toZonedDateTimeISO(row.doctor_zone).toPlainDate();
  return ageOn(Temporal.PlainDate.from(born), day);
}

/** One visit with its reason, for its patient and its doctor; the note only for the doctor. Every reading is audited. */
export async function getConsultation(
  ctx: ActorContext<Reader>,
  { id }: { id: string },
): Promise<Result<ConsultationDetail>> {
  const { actor, deps } = ctx;
  const isDoctor = actor.role === "DOCTOR";
  const row = await findDetail(deps, ownConsultations(actor), id, {
    actorId: actor.userId,
    actorRole: actor.role,
    requestId: ctx.requestId,
  });
  if (!row) return refuse("not_found");
  const cipher = openKey(deps.keys, clinicalKeyOf(row));
  const changes = changesNow(row, actor);
  // A doctor sees the own day as it is.
  const hasFullDay = !isDoctor && changes.movableUntil !== null;
  return ok({
    ...consultationItemOf(row),
    reason: cipher.unseal("consultations.reason_sealed", row.id, row.reason_sealed),
    bookedAt: iso(row.booked_at),
    startedAt: isoOrNull(row.started_at),
    completedAt: isoOrNull(row.completed_at),
    cancelledBy: row.cancelled_by,
    missedBy: row.missed_by,
    payment: paymentOf(row),
    refundIfCancelledNow: refundNow(row, actor.role),
    ...changes,
    fullDayTimes: hasFullDay ? await findFullDayTimes(deps, ownConsultations(actor), row.id) : [],
    doctorProfile: {
      qualification: row.qualification,
      council: row.council,
      registrationNumber: row.registration_number,
      photo: row.photo,
    },
    note:
      isDoctor && row.note_sealed
        ? {
            body: cipher.unseal("consultation_notes.body_sealed", row.id, row.note_sealed),
            revision: row.note_revision,
            updatedAt: iso(row.note_updated_at),
          }
        : null,
    patientAge: isDoctor ? ageOf(row, ctx) : null,
    patientGender: isDoctor ? (row.dependant_id ? row.dependant_gender : row.patient_gender) : null,
    prescriptions: row.prescriptions.map((entry) => ({ ...entry, issuedAt: iso(new Date(entry.issuedAt)) })),
  });
}
