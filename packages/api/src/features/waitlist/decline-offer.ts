import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { Context } from "../../context";
import { findOffer, giveUp } from "./offer-store";

/** Passes the held time on to the next; the place in the queue is kept. @returns `waitlist.offer_closed` */
export async function declineOffer(
  { deps, requestId }: Context,
  { token }: { token: string },
): Promise<Result<{ done: true }>> {
  const offer = await findOffer(deps, token);
  if (!offer) return refuse("waitlist.offer_closed");
  const { entryId, patientId, id: offerId } = offer;
  const isDone = await giveUp(deps, { entryId, patientId, offerId, leave: false, requestId });
  return isDone ? ok({ done: true }) : refuse("waitlist.offer_closed");
}
