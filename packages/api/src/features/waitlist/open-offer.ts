import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { WaitlistOffer } from "@amrutam/domain/waitlist/schema";
import type { Context } from "../../context";
import { iso } from "../../wire";
import { findOffer } from "./offer-store";

/** What an offer's link is about. Looking changes nothing. @returns `waitlist.offer_closed` */
export async function openOffer(
  { deps }: Context,
  { token }: { token: string },
): Promise<Result<WaitlistOffer>> {
  const offer = await findOffer(deps, token);
  if (!offer?.isOpen) return refuse("waitlist.offer_closed");
  return ok({
    startsAt: iso(offer.startsAt),
    endsAt: iso(offer.endsAt),
    expiresAt: iso(offer.expiresAt),
    mode: offer.mode,
    fee: { minor: offer.feeMinor, currency: offer.currency },
    doctor: {
      id: offer.doctorId,
      fullName: offer.doctorName,
      specialization: offer.specialization,
      timezone: offer.timezone,
    },
  });
}
