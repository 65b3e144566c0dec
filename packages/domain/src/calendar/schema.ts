import * as z from "zod";
import { instant } from "../wire";

/** One visit to keep in a calendar of one's own. */
export const visitCalendarFile = z.strictObject({
  filename: z.string(),
  /** iCalendar, RFC 5545 */
  content: z.string(),
});
export type VisitCalendarFile = z.infer<typeof visitCalendarFile>;

/** How calendars elsewhere show the caller's visits. */
export const calendarSettings = z.strictObject({
  /** Where they are fetched; null: nowhere. Whoever knows the address reads what is in it. */
  feed: z
    .strictObject({
      url: z.url(),
      since: instant,
      /** When somebody fetched it last, to the hour; null: nobody has. */
      fetchedAt: instant.nullable(),
    })
    .nullable(),
  /** Does a title say whom one meets? Also in what mails bring along. */
  hasNames: z.boolean(),
});
export type CalendarSettings = z.infer<typeof calendarSettings>;

export const setDetailsInput = z.strictObject({ hasNames: z.boolean() });
