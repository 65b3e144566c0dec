import type { Mode } from "../doctor/catalogue";
import type { Locale } from "../locales";

/** A visit as a calendar shows it. Nothing clinical, and no name unless its reader wants names there. */
export type CalendarVisit = Readonly<{
  /** The consultation's: with the host it is the UID (RFC 5545, 3.8.4.7), the same for the whole life of the visit. */
  id: string;
  /** ISO 8601 with offset, as `endsAt` and `changedAt` */
  startsAt: string;
  endsAt: string;
  mode: Mode;
  isCancelled: boolean;
  /** Rises when time, mode or cancellation change (RFC 5546, 2.1.4); the database counts. */
  sequence: number;
  /** When it last changed for a calendar. */
  changedAt: string;
  /** Whom the reader meets, where the reader turned names on. */
  otherName: string | null;
  /** The visit's page; it asks who is there before it shows anything. */
  url: string;
}>;

/** For a mail: what makes its reader's client file the visit by itself (RFC 5546, 3.2). */
export type Invitation = Readonly<{
  organizer: string;
  /** The reader alone: neither side learns the other's address. */
  attendee: Readonly<{ name: string; email: string }>;
}>;

export type VisitCalendar = Readonly<{
  visits: readonly CalendarVisit[];
  /** The reader's IANA zone */
  zone: string;
  locale: Locale;
  /** The platform's host name, the right side of every UID */
  host: string;
  /** What it is for: to be fetched again and again, to be kept once, or for a mail. */
  use: "FEED" | "FILE" | Invitation;
}>;

/** Days a feed looks back and ahead, and for which a cancelled visit stays in it, so that every client hears of it. */
export const FEED_PAST_DAYS = 30;
export const FEED_AHEAD_DAYS = 400;
export const FEED_CANCELLED_DAYS = 30;
