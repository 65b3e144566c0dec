import { Temporal } from "temporal-polyfill";
import { isSaidBy, zoneRules } from "./zone-rules";

type When = Readonly<{
  /** DTSTART and DTEND, whole lines */
  lines: readonly [string, string];
  /** VTIMEZONE that they need; null: they are in UTC. */
  component: string | null;
}>;

const compact = (text: string) => text.replace(/[-:]/g, "");

/** An instant in UTC (RFC 5545, 3.3.5). @param at ISO 8601 with offset */
export const utc = (at: string): string =>
  compact(Temporal.Instant.from(at).toString({ smallestUnit: "second" }));

/** Start and end on the clock of a zone, with its name; in UTC where that would say another moment. @param zone IANA */
export function writtenWhen(startsAt: string, endsAt: string, zone: string): When {
  const rules = zoneRules(zone);
  const [start, end] = [startsAt, endsAt].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone));
  if (!rules || !start || !end || !isSaidBy(rules, start) || !isSaidBy(rules, end))
    return { lines: [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`], component: null };
  const local = (at: Temporal.ZonedDateTime) =>
    compact(at.toPlainDateTime().toString({ smallestUnit: "second" }));
  const { tzid, component } = rules;
  return {
    lines: [`DTSTART;TZID=${tzid}:${local(start)}`, `DTEND;TZID=${tzid}:${local(end)}`],
    component,
  };
}
