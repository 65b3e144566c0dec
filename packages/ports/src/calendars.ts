import type { VisitCalendar } from "@amrutam/domain/calendar/visit-calendar";

export interface Calendars {
  /** @returns visits as iCalendar (RFC 5545), UTF-8; the same text for the same facts */
  write(calendar: VisitCalendar): string;
}
