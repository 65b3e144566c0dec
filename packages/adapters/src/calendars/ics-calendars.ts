import { writeCalendar } from "@amrutam/documents/calendar/write-calendar";
import type { Calendars } from "@amrutam/ports/calendars";

/** Calendars written in this process. */
export const icsCalendars: Calendars = { write: writeCalendar };
