import type { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block, tzlib_get_offset } from "timezones-ical-library";

type ZoneRules = Readonly<{
  /** The name the table knows the zone by. */
  tzid: string;
  /** VTIMEZONE (RFC 5545, 3.6.5), without the end of its last line */
  component: string;
  /** Local dates looked at so far, and whether each is plain: see {@link isPlainDay}. */
  days: Map<string, boolean>;
}>;

const known = new Map<string, ZoneRules | null>();
/** Days kept in mind of one zone: more than any feed shows. */
const MAX_DAYS = 1000;

/** A zone's rules as a calendar carries them. @returns null for a zone that isn't in the table */
export function zoneRules(zone: string): ZoneRules | null {
  const kept = known.get(zone);
  if (kept !== undefined) return kept;
  const [component, parameter] = tzlib_get_ical_block(zone);
  const rules =
    component && parameter
      ? { component, tzid: parameter.replace(/^TZID=/, ""), days: new Map<string, boolean>() }
      : null;
  known.set(zone, rules);
  return rules;
}

/** An hour that comes twice: by the standard it means the first time (RFC 5545, 3.3.5), but not every client knows. */
const comesTwice = (local: Temporal.ZonedDateTime): boolean => {
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toPlainDateTime().toZonedDateTime(local.timeZoneId, { disambiguation }),
  );
  return first !== undefined && second !== undefined && !first.equals(second);
};

const offsetOf = ({ offset }: Temporal.ZonedDateTime) => offset.replace(":", "");

/** Does the clock run through this local date without a change, and does the table say the same of it as this runtime? */
function isPlainDay(zone: string, date: Temporal.PlainDate): boolean {
  const start = date.toZonedDateTime(zone);
  const offset = offsetOf(start);
  return (
    offset === offsetOf(date.add({ days: 1 }).toZonedDateTime(zone)) &&
    ["00:00", "23:59"].every((time) => tzlib_get_offset(zone, date.toString(), time) === offset)
  );
}

/**
 * Does this wall-clock time under the table's rules mean this very instant? It does not where the table and this runtime
 * are of different editions of the zone database, nor the second time an hour comes.
 */
export function isSaidBy({ days }: ZoneRules, local: Temporal.ZonedDateTime): boolean {
  const date = local.toPlainDate();
  const day = date.toString();
  const isPlain = days.get(day) ?? isPlainDay(local.timeZoneId, date);
  if (days.size >= MAX_DAYS) days.clear();
  days.set(day, isPlain);
  if (isPlain) return true;
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return !comesTwice(local) && tzlib_get_offset(local.timeZoneId, day, time) === offsetOf(local);
}
