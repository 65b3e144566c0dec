import type { Audience, NoticeKind } from "@amrutam/domain/notification/kinds";
import type { WorkerDeps } from "../deps";
import { post } from "../handlers/post";
import {
  mailCancelledToDoctor,
  mailCancelledToPatient,
  mailConfirmedToDoctor,
  mailConfirmedToPatient,
  mailMovedToDoctor,
  mailMovedToPatient,
} from "../handlers/visit-mails";
import type { OutboxEvent } from "../outbox/event";
import type { NoticeFacts } from "./notice-facts";

/** Writes and sends one mail. @param event names the visit as its aggregate, whatever the outbox event's was */
type MailNotice = (deps: WorkerDeps, event: OutboxEvent, facts: NoticeFacts) => Promise<void>;

const coming = (deps: WorkerDeps, { visit }: NoticeFacts) => ({
  name: visit.patient.fullName,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  zone: visit.patient.timezone,
  doctor: visit.doctor,
  mode: visit.mode,
  url: deps.links.visit(visit.id),
});

const remind: MailNotice = (deps, event, facts) =>
  post(deps, event, facts.visit.patient, "visit-reminder", coming(deps, facts));

const tellLate: MailNotice = (deps, event, facts) =>
  post(deps, event, facts.visit.patient, "running-late", {
    ...coming(deps, facts),
    minutes: facts.minutes ?? 0,
  });

/** The mail of each notice; a visit's own letters are handlers, which attach what belongs to them. */
export const NOTICE_MAILS: Readonly<Record<NoticeKind, Partial<Record<Audience, MailNotice>>>> = {
  BOOKED: { PATIENT: mailConfirmedToPatient, DOCTOR: mailConfirmedToDoctor },
  RESCHEDULED: { PATIENT: mailMovedToPatient, DOCTOR: mailMovedToDoctor },
  CANCELLED: { PATIENT: mailCancelledToPatient, DOCTOR: mailCancelledToDoctor },
  REMINDER_DAY: { PATIENT: remind },
  REMINDER_HOUR: { PATIENT: remind },
  RUNNING_LATE: { PATIENT: tellLate },
  WAITLIST_OFFER: {},
};
