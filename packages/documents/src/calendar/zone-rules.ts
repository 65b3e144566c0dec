import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block, tzlib_get_offset } from "timezones-ical-library";

/**
 * A zone's rules as a calendar carries them (RFC 5545, 3.6.5), under the name the table knows the zone by.
 * @returns null for a zone that isn't in the table
 */
export function zoneRules(zone: string): Readonly<{ tzid: string; component: string }> | null {
  const [component, parameter] = tzlib_get_ical_block(zone);
  return component && parameter ? { component, tzid: parameter.replace(/^TZID=/, "") } : null;
}

/** An hour that comes twice: by the standard it means the first time (RFC 5545, 3.3.5), but not every client knows. */
const comesTwice = (local: Temporal.ZonedDateTime): boolean => {
  const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toPlainDateTime().toZonedDateTime(local.timeZoneId, { disambiguation }),
  );
  return first !== undefined && second !== undefined && !first.equals(second);
};

/**
 * Does a wall-clock time under the table's rules mean this very instant? It does not where the table and this runtime
 * are of different editions of the zone database.
 */
function isSaidBy(zone: string, at: string): boolean {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const date = local.toPlainDate().toString();
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  return !comesTwice(local) && tzlib_get_offset(zone, date, time) === local.offset.replace(":", "");
}

/** Can all of these instants be written in the zone's own time without becoming others? */
export const canSay = (zone: string, instants: readonly string[]): boolean =>
  zoneRules(zone) !== null && instants.every((at) => isSaidBy(zone, at));
