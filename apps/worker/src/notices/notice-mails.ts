import type { Audience, NoticeKind } from "@amrutam/domain/notification/kinds";
import type { WorkerDeps } from "../deps";
import { mailMissedToDoctor, mailMissedToPatient } from "../handlers/missed-mails";
import { post } from "../handlers/post";
import {
  mailCancelledToDoctor,
  mailCancelledToPatient,
  mailConfirmedToDoctor,
  mailConfirmedToPatient,
  mailMovedToDoctor,
  mailMovedToPatient,
} from "../handlers/visit-mails";
import { mailWaitlistOffer } from "../handlers/waitlist-mails";
import type { OutboxEvent } from "../outbox/event";
import type { NoticeFacts } from "./notice-facts";

/** Writes and sends one mail. @param event names visit or offer as its aggregate, whatever the outbox event's was */
type MailNotice = (deps: WorkerDeps, event: OutboxEvent, facts: NoticeFacts) => Promise<void>;

const coming = (deps: WorkerDeps, { about }: NoticeFacts) => ({
  name: about.patient.fullName,
  startsAt: about.startsAt,
  endsAt: about.endsAt,
  zone: about.patient.timezone,
  whom: about.dependantName,
  doctor: about.doctor,
  mode: about.mode,
  url: deps.links.visit(about.id),
});

const remind: MailNotice = (deps, event, facts) =>
  post(deps, event, facts.about.patient, "visit-reminder", coming(deps, facts));

const tellLate: MailNotice = (deps, event, facts) =>
  post(deps, event, facts.about.patient, "running-late", {
    ...coming(deps, facts),
    minutes: facts.minutes ?? 0,
  });

const ask: MailNotice = (deps, event, facts) =>
  post(deps, event, facts.about.patient, "how-was-it", coming(deps, facts));

/** The mail of each notice; a visit's own letters are handlers, which attach what belongs to them. */
export const NOTICE_MAILS: Readonly<Record<NoticeKind, Partial<Record<Audience, MailNotice>>>> = {
  BOOKED: { PATIENT: mailConfirmedToPatient, DOCTOR: mailConfirmedToDoctor },
  RESCHEDULED: { PATIENT: mailMovedToPatient, DOCTOR: mailMovedToDoctor },
  CANCELLED: { PATIENT: mailCancelledToPatient, DOCTOR: mailCancelledToDoctor },
  MISSED: { PATIENT: mailMissedToPatient, DOCTOR: mailMissedToDoctor },
  REMINDER_DAY: { PATIENT: remind },
  REMINDER_HOUR: { PATIENT: remind },
  RUNNING_LATE: { PATIENT: tellLate },
  WAITLIST_OFFER: { PATIENT: mailWaitlistOffer },
  HOW_WAS_IT: { PATIENT: ask },
};
