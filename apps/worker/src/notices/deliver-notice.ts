import { offerTokenOf } from "@amrutam/auth/waitlist-links";
import { LOCALES } from "@amrutam/domain/locales";
import type { Audience, NoticeKind, OutsideChannel } from "@amrutam/domain/notification/kinds";
import { channelsFor } from "@amrutam/domain/notification/wishes";
import { noticeText } from "@amrutam/mail/notice-text";
import { SmsRefused } from "@amrutam/ports/sms";
import * as z from "zod";
import type { WorkerDeps } from "../deps";
import { type NoticeFacts, noticeFacts } from "./notice-facts";
import { NOTICE_MAILS } from "./notice-mails";
import { wishesOf } from "./wishes-of";

export const deliveryJob = z.object({ deliveryId: z.uuid() });

type Delivery = Readonly<{
  id: string;
  eventId: string;
  userId: string;
  channel: OutsideChannel;
  kind: NoticeKind;
  audience: Audience;
  subjectId: string;
  /** null at the first try */
  triedSince: Date | null;
}>;
type Outcome =
  | Readonly<{ status: "SENT"; providerRef: string | null }>
  | Readonly<{ status: "SKIPPED"; reason: string }>;

const TRY = `
UPDATE deliveries SET attempts = attempts + 1, tried_at = coalesce(tried_at, now()) WHERE id = $1 AND status = 'QUEUED'
RETURNING id, event_id AS "eventId", user_id AS "userId", channel, kind, audience, subject_id AS "subjectId",
  CASE WHEN attempts > 1 THEN tried_at END AS "triedSince"`;

const SETTLE = `
UPDATE deliveries SET status = $2::"DeliveryStatus", reason = $3, provider_ref = $4, settled_at = now()
WHERE id = $1 AND status = 'QUEUED'`;

const skipped = (reason: string): Outcome => ({ status: "SKIPPED", reason });

function urlFor({ links, linkSecret }: WorkerDeps, audience: Audience, { about, offer }: NoticeFacts) {
  if (offer) return links.waitlistOffer(offerTokenOf(linkSecret, offer.id));
  return audience === "PATIENT" ? links.visit(about.id) : links.doctorVisit(about.id);
}

async function sendShort(deps: WorkerDeps, delivery: Delivery, facts: NoticeFacts) {
  const { about, visit, offer, minutes } = facts;
  const { kind, audience, channel, triedSince } = delivery;
  if (!deps.sms || !deps.phoneOf || channel === "EMAIL") return skipped("channel_off");
  const to = await deps.phoneOf(deps.db.query, delivery.userId);
  if (to === null) return skipped("no_number");
  const reader = audience === "PATIENT" ? about.patient : about.doctor;
  const locale = LOCALES.find((known) => known === reader.locale) ?? "en";
  const text = noticeText({
    kind,
    audience,
    doctor: about.doctor.fullName,
    startsAt: about.startsAt,
    zone: reader.timezone,
    by: (kind === "MISSED" ? visit?.missedBy : visit?.cancelledBy) ?? null,
    minutes,
    whom: audience === "PATIENT" ? about.dependantName : null,
    heldUntil: offer?.expiresAt ?? null,
    url: urlFor(deps, audience, facts),
    locale,
  });
  const key = `${delivery.eventId}:${delivery.userId}:${channel}:${kind}`;
  try {
    const { providerRef } = await deps.sms.send({ key, channel, to, text, triedSince });
    return { status: "SENT", providerRef } as const;
  } catch (error) {
    // Trying again would be refused again; what couldn't be reached is thrown on, and the queue comes back.
    if (error instanceof SmsRefused) return skipped(`refused_${error.code}`);
    throw error;
  }
}

const LATER = `
SELECT 1 FROM deliveries mine JOIN deliveries later
  ON later.user_id = mine.user_id AND later.channel = mine.channel AND later.kind = mine.kind AND later.subject_id = mine.subject_id
WHERE mine.id = $1 AND (later.created_at, later.id) > (mine.created_at, mine.id) LIMIT 1`;

/** Moved again before this was sent: the later message tells where the visit is now, and twice would be once too often. */
const isOvertaken = async ({ db }: WorkerDeps, { kind, id }: Delivery): Promise<boolean> =>
  kind === "RESCHEDULED" && (await db.query("delivery.later", LATER, [id])).length > 0;

async function send(deps: WorkerDeps, delivery: Delivery): Promise<Outcome> {
  const { kind, audience, channel, eventId, userId } = delivery;
  if (await isOvertaken(deps, delivery)) return skipped("not_true_any_more");
  const facts = await noticeFacts(deps.db.query, kind, delivery.subjectId);
  if (!facts) return skipped("not_true_any_more");
  const { wishes } = await wishesOf(deps.db.query, userId);
  if (!channelsFor(kind, audience, wishes).includes(channel)) return skipped("not_wanted_any_more");
  if (channel !== "EMAIL") return sendShort(deps, delivery, facts);
  const mail = NOTICE_MAILS[kind][audience];
  if (!mail) return skipped("channel_off");
  await mail(deps, { eventId, kind, aggregateId: facts.about.id }, facts);
  return { status: "SENT", providerRef: null };
}

/**
 * Sends one planned message, unless it is no longer true. May run again after a worker died in its middle: message and
 * key are the same then, and mailbox or provider keep one.
 * @throws SmsUnavailable, or what the mailer throws: the queue tries again
 */
export async function deliverNotice(
  deps: WorkerDeps,
  { deliveryId }: z.infer<typeof deliveryJob>,
): Promise<void> {
  const [delivery] = await deps.db.query<Delivery>("delivery.try", TRY, [deliveryId]);
  if (!delivery) return;
  const outcome = await send(deps, delivery);
  await deps.db.query("delivery.settle", SETTLE, [
    delivery.id,
    outcome.status,
    outcome.status === "SKIPPED" ? outcome.reason : null,
    outcome.status === "SENT" ? outcome.providerRef : null,
  ]);
}
