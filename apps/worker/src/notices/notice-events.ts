import type { NoticeKind } from "@amrutam/domain/notification/kinds";

/** Which outbox events people are told of. The event's aggregate is a visit, a reminder, a delay, an offer. */
export const NOTICE_EVENTS: Readonly<Record<string, NoticeKind>> = {
  "consultation.confirmed": "BOOKED",
  "consultation.rescheduled": "RESCHEDULED",
  "consultation.cancelled": "CANCELLED",
  "consultation.miss": "MISSED",
  "visit.reminder_day": "REMINDER_DAY",
  "visit.reminder_hour": "REMINDER_HOUR",
  "visit.running_late": "RUNNING_LATE",
  "waitlist.offered": "WAITLIST_OFFER",
  "visit.how_was_it": "HOW_WAS_IT",
};
