/** How people are reached. `IN_APP` is the inbox, which disturbs nobody. */
export const CHANNELS = ["IN_APP", "EMAIL", "SMS", "WHATSAPP"] as const;
export type Channel = (typeof CHANNELS)[number];
/** Those that leave the platform. */
export type OutsideChannel = Exclude<Channel, "IN_APP">;

export const NOTICE_KINDS = [
  "BOOKED",
  "RESCHEDULED",
  "CANCELLED",
  "MISSED",
  "REMINDER_DAY",
  "REMINDER_HOUR",
  "RUNNING_LATE",
  "WAITLIST_OFFER",
  "HOW_WAS_IT",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The two sides of a visit; each is told in words of its own. */
export const AUDIENCES = ["PATIENT", "DOCTOR"] as const;
export type Audience = (typeof AUDIENCES)[number];

type Rule = Readonly<{
  /** Where it goes while nobody said otherwise. */
  usual: readonly Channel[];
  /** Where it always goes: who has a visit must be able to know of it. */
  always: readonly Channel[];
  /** Quiet hours don't hold it back: it can't wait, or it answers what its reader just did. */
  isUrgent: boolean;
}>;

const told: readonly Channel[] = ["IN_APP", "EMAIL"];

/** What is told to whom, and how; a side that isn't named isn't told. SMS and WhatsApp are sent only where asked for. */
export const NOTICES: Readonly<Record<NoticeKind, Partial<Record<Audience, Rule>>>> = {
  BOOKED: {
    PATIENT: { usual: told, always: ["EMAIL"], isUrgent: true },
    DOCTOR: { usual: told, always: [], isUrgent: false },
  },
  RESCHEDULED: {
    PATIENT: { usual: told, always: ["EMAIL"], isUrgent: true },
    DOCTOR: { usual: told, always: ["EMAIL"], isUrgent: true },
  },
  CANCELLED: {
    PATIENT: { usual: told, always: ["EMAIL"], isUrgent: true },
    DOCTOR: { usual: told, always: ["EMAIL"], isUrgent: true },
  },
  // It stands in their record and moves money, so both sides can say at once that it wasn't so.
  MISSED: {
    PATIENT: { usual: told, always: ["EMAIL"], isUrgent: true },
    DOCTOR: { usual: told, always: ["EMAIL"], isUrgent: true },
  },
  REMINDER_DAY: { PATIENT: { usual: told, always: [], isUrgent: false } },
  REMINDER_HOUR: { PATIENT: { usual: told, always: [], isUrgent: true } },
  RUNNING_LATE: { PATIENT: { usual: told, always: ["IN_APP"], isUrgent: true } },
  // Held for half an hour: what waited for the morning would be gone.
  WAITLIST_OFFER: { PATIENT: { usual: told, always: ["EMAIL"], isUrgent: true } },
  // A question, not news: it stands in the inbox, and goes further only to who wishes that.
  HOW_WAS_IT: { PATIENT: { usual: ["IN_APP"], always: [], isUrgent: false } },
};

/** The kinds a side can have wishes about, in the order in which they are listed. */
export const kindsFor = (audience: Audience): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => NOTICES[kind][audience] !== undefined);
