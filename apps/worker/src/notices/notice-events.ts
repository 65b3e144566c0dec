import type { NoticeKind } from "@amrutam/domain/notification/kinds";

/** Which outbox events people are told of. What the event's aggregate is: a visit, a reminder, a delay. */
export const NOTICE_EVENTS: Readonly<Record<string, NoticeKind>> = {
  "consultation.confirmed": "BOOKED",
  "consultation.rescheduled": "RESCHEDULED",
  "consultation.cancelled": "CANCELLED",
  "visit.reminder_day": "REMINDER_DAY",
  "visit.reminder_hour": "REMINDER_HOUR",
  "visit.running_late": "RUNNING_LATE",
};
