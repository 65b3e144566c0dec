import type { CalendarVisit, Invitation, VisitCalendar } from "@amrutam/domain/calendar/visit-calendar";
import { messagesOf } from "@amrutam/messages/catalog";
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { type CalendarText, calendarText } from "./calendar-text";
import { plain } from "./plain";
import { canSay, zoneRules } from "./zone-rules";

/** How often a client asks for a feed anew, in seconds. */
const REFRESH_SEC = 3600;

type Place = Readonly<{ calendar: VisitCalendar; brand: string; t: CalendarText }>;

const invitationOf = ({ use }: VisitCalendar): Invitation | null => (typeof use === "string" ? null : use);

/** Start and end on the reader's clock with the name of the zone; in UTC where that would say another moment. */
function when({ startsAt, endsAt }: CalendarVisit, zone: string) {
  const rules = canSay(zone, [startsAt, endsAt]) ? zoneRules(zone) : null;
  const written = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(rules ? zone : "UTC");
  return { start: written(startsAt), end: written(endsAt), timezone: rules?.tzid ?? null };
}

function eventOf(visit: CalendarVisit, { calendar, brand, t }: Place): ICalEventData {
  const invitation = invitationOf(calendar);
  const other = visit.otherName === null ? "" : plain(visit.otherName);
  const changedAt = Temporal.Instant.from(visit.changedAt);
  return {
    id: `${visit.id}@${calendar.host}`,
    sequence: visit.sequence,
    // What was said of a visit doesn't change with the minute it is asked for: the same state is the same text.
    stamp: changedAt,
    lastModified: changedAt,
    ...when(visit, calendar.zone),
    summary: other === "" ? t("visit", { brand }) : t("visitWith", { brand, name: other }),
    description: t("open", { url: visit.url }),
    location: t(`where.${visit.mode}`),
    url: visit.url,
    status: visit.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: visit.isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    x: { "X-MICROSOFT-DISALLOW-COUNTER": "TRUE" },
    ...(invitation && {
      organizer: { name: brand, email: invitation.organizer },
      attendees: [
        {
          name: plain(invitation.attendee.name) || brand,
          email: invitation.attendee.email,
          role: ICalAttendeeRole.REQ,
          // Who has booked has said yes; nobody waits for an answer.
          status: ICalAttendeeStatus.ACCEPTED,
          rsvp: false,
        },
      ],
    }),
  };
}

function methodOf(calendar: VisitCalendar) {
  if (!invitationOf(calendar)) return null;
  return calendar.visits.every(({ isCancelled }) => isCancelled)
    ? ICalCalendarMethod.CANCEL
    : ICalCalendarMethod.REQUEST;
}

/**
 * Visits as iCalendar (RFC 5545), the same text for the same facts. An invitation names its reader and says REQUEST, or
 * CANCEL when its visit is; a feed has a name and says how often to come again; a file is what is in it.
 */
export function writeCalendar(calendar: VisitCalendar): string {
  const { zone, locale, use } = calendar;
  const brand = messagesOf(locale).common.brand;
  const written = ical({
    prodId: { company: "Amrutam", product: "Visits", language: locale.toUpperCase() },
    // Its name belongs to each event: with one for the whole calendar the library writes DTSTAMP in local time.
    timezone: { name: null, generator: (tzid) => zoneRules(tzid)?.component ?? null },
    method: methodOf(calendar),
    ...(use === "FEED" && { name: brand, ttl: REFRESH_SEC, x: { "X-WR-TIMEZONE": zone } }),
  });
  const place = { calendar, brand, t: calendarText(locale) };
  for (const visit of calendar.visits) written.createEvent(eventOf(visit, place));
  return `${written.toString()}\r\n`;
}
