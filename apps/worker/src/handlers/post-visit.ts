import { calendarOf, readCalendarVisit } from "@amrutam/api/features/calendar/public";
import { writeCalendar } from "@amrutam/documents/calendar/write-calendar";
import type { Audience } from "@amrutam/domain/notification/kinds";
import type { MailKind, MailProps } from "@amrutam/mail/render-mail";
import type { MailCalendar } from "@amrutam/ports/mailer";
import type { WorkerDeps } from "../deps";
import type { OutboxEvent } from "../outbox/event";
import { localeOf, post, type Recipient } from "./post";
import type { Visit } from "./visit-of";

/**
 * The visit as its reader's calendar files it, or takes it out again. Read in one piece and not from the letter's facts:
 * a sequence never stands beside a time it doesn't belong to, though the visit be moved meanwhile.
 */
async function invitationOf(
  { db, links, sender }: WorkerDeps,
  visitId: string,
  side: Audience,
  reader: Recipient & Readonly<{ timezone: string }>,
): Promise<MailCalendar | undefined> {
  const web = new URL(links.home());
  const entry = await readCalendarVisit(db.query, calendarOf(side, reader.userId), visitId, web);
  if (!entry) return undefined;
  const content = writeCalendar({
    visits: [entry],
    zone: reader.timezone,
    locale: localeOf(reader),
    host: web.hostname,
    use: { organizer: sender, attendee: { name: reader.fullName, email: reader.email } },
  });
  return { method: entry.isCancelled ? "CANCEL" : "REQUEST", content };
}

/** {@link post} to one side of a visit, with what that side's calendar needs. */
export async function postVisit<K extends MailKind>(
  deps: WorkerDeps,
  event: OutboxEvent,
  [visit, side]: readonly [Visit, Audience],
  kind: K,
  props: MailProps<K>,
): Promise<void> {
  const reader = side === "PATIENT" ? visit.patient : visit.doctor;
  await post(deps, event, reader, kind, props, await invitationOf(deps, visit.id, side, reader));
}
