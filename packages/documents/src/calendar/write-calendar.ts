import type { CalendarVisit, Invitation, VisitCalendar } from "@amrutam/domain/calendar/visit-calendar";
import { messagesOf } from "@amrutam/messages/catalog";
import { type CalendarText, calendarText } from "./calendar-text";
import { escaped, folded } from "./content-line";
import { plain } from "./plain";
import { utc, writtenWhen } from "./written-when";

type Place = Readonly<{ calendar: VisitCalendar; brand: string; t: CalendarText }>;

const invitationOf = ({ use }: VisitCalendar): Invitation | null => (typeof use === "string" ? null : use);

/** Who has booked has said yes, and nobody waits for an answer. */
const GOES = "ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE";

const party = ({ organizer, attendee }: Invitation, brand: string) => [
  `ORGANIZER;CN="${brand}":mailto:${plain(organizer)}`,
  `ATTENDEE;${GOES};CN="${plain(attendee.name) || brand}":mailto:${plain(attendee.email)}`,
];

function eventOf(visit: CalendarVisit, when: readonly string[], { calendar, brand, t }: Place): string[] {
  const invitation = invitationOf(calendar);
  const name = visit.otherName === null ? "" : plain(visit.otherName);
  // What was said of a visit doesn't change with the minute it is asked for: the same state is the same text.
  const changedAt = utc(visit.changedAt);
  return [
    "BEGIN:VEVENT",
    `UID:${visit.id}@${calendar.host}`,
    `SEQUENCE:${visit.sequence}`,
    `DTSTAMP:${changedAt}`,
    `LAST-MODIFIED:${changedAt}`,
    ...when,
    `SUMMARY:${escaped(name === "" ? t("visit", { brand }) : t("visitWith", { brand, name }))}`,
    `DESCRIPTION:${escaped(t("open", { url: visit.url }))}`,
    `LOCATION:${escaped(t(`where.${visit.mode}`))}`,
    `URL:${visit.url}`,
    `STATUS:${visit.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${visit.isCancelled ? "TRANSPARENT" : "OPAQUE"}`,
    // Whoever shares a calendar shows that there is something, not what.
    "CLASS:PRIVATE",
    ...(invitation ? party(invitation, brand) : []),
    "END:VEVENT",
  ];
}

/** What the calendar as a whole says: an invitation what it asks for, a feed its name and when to come again. */
function headOf(calendar: VisitCalendar, brand: string): string[] {
  const isOff = calendar.visits.every(({ isCancelled }) => isCancelled);
  if (invitationOf(calendar)) return [`METHOD:${isOff ? "CANCEL" : "REQUEST"}`];
  if (calendar.use === "FILE") return [];
  const again = ["REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"];
  return [`NAME:${brand}`, `X-WR-CALNAME:${brand}`, `X-WR-TIMEZONE:${calendar.zone}`, ...again];
}

/** Visits as iCalendar (RFC 5545): the same text for the same facts. */
export function writeCalendar(calendar: VisitCalendar): string {
  const { locale, visits, zone } = calendar;
  const brand = messagesOf(locale).common.brand;
  const place = { calendar, brand, t: calendarText(locale) };
  const zones = new Set<string>();
  const events = visits.flatMap((visit) => {
    const { lines, component } = writtenWhen(visit.startsAt, visit.endsAt, zone);
    if (component !== null) zones.add(component);
    return eventOf(visit, lines, place);
  });
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Amrutam//Visits//${locale.toUpperCase()}`];
  const rules = [...zones].flatMap((component) => component.split("\r\n"));
  const lines = [...head, ...headOf(calendar, brand), ...rules, ...events, "END:VCALENDAR"];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
