import { openKey } from "@amrutam/db/phi/vault";
import { HOLD_MIN, MAX_OPEN_HOLDS } from "@amrutam/domain/booking/decide-booking";
import { CONSENT_VERSION } from "@amrutam/domain/booking/schema";
import type { bookedConsultation } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { claimOfferInput } from "@amrutam/domain/waitlist/schema";
import type * as z from "zod";
import type { Context } from "../../context";
import { hashInput } from "../../idempotency";
import { retrying } from "../../transaction";
import { type BookingOutcome, bookedOf, reasonFor, refusalOf } from "../consultation/public";
import { findOffer, type Offer } from "./offer-store";

const CLAIM =
  "SELECT outcome, answer, facts FROM claim_waitlist_offer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

type Claimed = BookingOutcome | Readonly<{ outcome: "missing" | "closed" }>;

function answerOf(row: Claimed, offer: Offer): Result<z.infer<typeof bookedConsultation>> {
  switch (row.outcome) {
    case "missing":
    case "closed":
      return refuse("waitlist.offer_closed");
    case "reused":
      return refuse("idempotency.key_reused");
    case "in_flight":
      return refuse("idempotency.in_flight");
    case "refused":
      return reasonFor(row.facts, offer.mode);
    default:
      return ok(bookedOf(row.answer));
  }
}

/**
 * Turns an open offer into an ordinary booking of its patient's, with the reason they gave when they began to wait. The
 * same rules hold as for any booking; when they refuse, the offer stands. @returns `waitlist.offer_closed`, or what
 * consultation.book refuses with
 */
export async function claimOffer(
  { deps, requestId, locale }: Context,
  input: z.infer<typeof claimOfferInput>,
): Promise<Result<z.infer<typeof bookedConsultation>>> {
  const offer = await findOffer(deps, input.token);
  if (!offer) return refuse("waitlist.offer_closed");
  const cipher = openKey(deps.keys, offer);
  const reason = cipher.unseal("waitlist_entries.reason_sealed", offer.entryId, offer.reasonSealed);
  const id = deps.ids.uuid();
  const values = [
    offer.id,
    id,
    deps.ids.uuid(),
    cipher.seal("consultations.reason_sealed", id, reason),
    CONSENT_VERSION,
    locale,
    input.idempotencyKey,
    hashInput(deps, input),
    requestId,
    HOLD_MIN,
    MAX_OPEN_HOLDS,
    deps.payments.provider,
  ];
  try {
    const [row] = await retrying(() => deps.db.query<Claimed>("waitlist.claim", CLAIM, values));
    if (!row) throw new Error("claim_waitlist_offer() returned no row");
    return answerOf(row, offer);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refusal;
  }
}
