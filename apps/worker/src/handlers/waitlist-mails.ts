import { offerTokenOf } from "@amrutam/auth/waitlist-links";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { offerOf } from "./offer-of";
import { post } from "./post";

/** The link to a time that is held, as long as it is. @param event names the offer */
export async function mailWaitlistOffer(deps: WorkerDeps, event: OutboxEvent): Promise<void> {
  const offer = await offerOf(deps.db.query, event.aggregateId);
  if (!offer) return;
  const { patient, doctor, startsAt, endsAt, expiresAt, mode, dependantName: whom } = offer;
  await post(deps, event, patient, "waitlist-offer", {
    name: patient.fullName,
    startsAt,
    endsAt,
    expiresAt,
    zone: patient.timezone,
    mode,
    whom,
    doctor,
    url: deps.links.waitlistOffer(offerTokenOf(deps.linkSecret, offer.id)),
  });
}
