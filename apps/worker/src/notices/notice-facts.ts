import type { Query } from "@amrutam/db/client";
import { AUDIENCES, type NoticeKind } from "@amrutam/domain/notification/kinds";
import { type Offer, offerOf } from "../handlers/offer-of";
import { isToldOfCancelling, type Visit, visitOf } from "../handlers/visit-of";

/** What a notice is about, as it stands when somebody is told. */
export type NoticeFacts = Readonly<{
  /** The visit or the offer: who is told, with whom, for whom and when. */
  about: Visit | Offer;
  visit: Visit | null;
  offer: Offer | null;
  minutes: number | null;
}>;

// A reminder speaks of one start: a visit that was moved or is over needs it no more, and gets others.
const REMINDED = `
SELECT c.id AS "visitId", NULL::int AS minutes
FROM visit_reminders r JOIN consultations c ON c.id = r.consultation_id AND c.starts_at = r.starts_at
WHERE r.id = $1 AND c.status = 'CONFIRMED' AND c.starts_at > now()`;

// Who has said something meanwhile isn't asked.
const ASKED = `
SELECT c.id AS "visitId", NULL::int AS minutes
FROM visit_reminders r JOIN consultations c ON c.id = r.consultation_id
WHERE r.id = $1 AND c.status = 'COMPLETED' AND NOT EXISTS (SELECT FROM ratings said WHERE said.consultation_id = c.id)`;

// Of two quick words of a doctor the last one counts.
const DELAYED = `
SELECT c.id AS "visitId", d.minutes
FROM visit_delays d JOIN consultations c ON c.id = d.consultation_id AND c.starts_at = d.starts_at
WHERE d.id = $1 AND c.status = 'CONFIRMED' AND c.ends_at > now()
  AND NOT EXISTS (SELECT FROM visit_delays later WHERE later.consultation_id = d.consultation_id AND later.id > d.id)`;

type Subject = Readonly<{ visitId: string; minutes: number | null }>;

async function subjectOf(query: Query, kind: NoticeKind, subjectId: string): Promise<Subject | undefined> {
  if (kind === "RUNNING_LATE") return (await query<Subject>("notice.delay", DELAYED, [subjectId]))[0];
  if (kind === "HOW_WAS_IT") return (await query<Subject>("notice.asked", ASKED, [subjectId]))[0];
  if (kind === "REMINDER_DAY" || kind === "REMINDER_HOUR")
    return (await query<Subject>("notice.reminder", REMINDED, [subjectId]))[0];
  return { visitId: subjectId, minutes: null };
}

function isTrue(kind: NoticeKind, visit: Visit): boolean {
  const { status } = visit;
  if (kind === "CANCELLED") return AUDIENCES.some((audience) => isToldOfCancelling(visit, audience));
  if (kind === "MISSED") return status === "NO_SHOW";
  if (kind === "HOW_WAS_IT") return status === "COMPLETED";
  return status === "CONFIRMED" || status === "IN_PROGRESS";
}

/** Undefined when it is no longer true: nobody is told of a visit that won't be, or of a time that is gone. */
export async function noticeFacts(
  query: Query,
  kind: NoticeKind,
  subjectId: string,
): Promise<NoticeFacts | undefined> {
  if (kind === "WAITLIST_OFFER") {
    const offer = await offerOf(query, subjectId);
    return offer && { about: offer, visit: null, offer, minutes: null };
  }
  const subject = await subjectOf(query, kind, subjectId);
  const visit = subject && (await visitOf(query, subject.visitId));
  return visit && isTrue(kind, visit)
    ? { about: visit, visit, offer: null, minutes: subject.minutes }
    : undefined;
}
