import { Temporal } from "temporal-polyfill";

const IANA_SHAPE = /^(?:UTC|[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2})$/;
const known = new Set<string>();

/**
 * Is this the name of a zone of the IANA database, spelled as the database spells it? Links count: some browsers say
 * "Asia/Calcutta". Bare offsets ("+05:30") and abbreviations ("IST") do not: they have no rules for other days.
 */
export function isZone(name: string): boolean {
  if (known.has(name)) return true;
  if (name.length > 64 || !IANA_SHAPE.test(name)) return false;
  try {
    const isSpelledRight = new Temporal.ZonedDateTime(0n, name).timeZoneId === name;
    if (isSpelledRight) known.add(name);
    return isSpelledRight;
  } catch {
    return false;
  }
}

/** Offset from UTC in force at an instant: "+05:30". */
export const zoneOffset = (zone: string, at: Temporal.Instant): string => at.toZonedDateTimeISO(zone).offset;
