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

/** English has no abbreviation of its own: each region names only its own zones, so we ask several. */
const REGIONS_OF: Readonly<Record<string, readonly string[]>> = {
  en: ["en-IN", "en-US", "en-GB", "en-AU"],
  hi: ["hi-IN", "en-US", "en-GB", "en-AU"],
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter costs far more than its use, and a page names its zone beside every time. Zones and locales are few. */
function formatterOf(zone: string, locale: string, style: "short" | "long"): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${zone}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
  formatters.set(key, made);
  return made;
}

function intlName(zone: string, at: Temporal.Instant, locale: string, style: "short" | "long"): string {
  const parts = formatterOf(zone, locale, style).formatToParts(at.epochMilliseconds);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/**
 * The zone beside a time: "IST", "EDT", "GMT+5:45" where there is no abbreviation in use.
 * @param at summer and winter differ @param locale BCP 47
 */
export function zoneShortName(zone: string, at: Temporal.Instant, locale: string): string {
  for (const regional of REGIONS_OF[locale] ?? [locale]) {
    const name = intlName(zone, at, regional, "short");
    if (!/^(?:GMT|UTC)[+-−]/.test(name)) return name;
  }
  return intlName(zone, at, locale, "short");
}

/** The zone in words: "India Standard Time". @param locale BCP 47 */
export const zoneLongName = (zone: string, at: Temporal.Instant, locale: string): string =>
  intlName(zone, at, locale, "long");

/** Do two zones show the same wall clock at this instant? Then one name is enough on the screen. */
export const sameClock = (a: string, b: string, at: Temporal.Instant): boolean =>
  zoneOffset(a, at) === zoneOffset(b, at);
