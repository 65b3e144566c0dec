/** A point in time, as Temporal and Date both say it: this file is for browsers, where Temporal's code is heavy. */
type Moment = Readonly<{ epochMilliseconds: number }>;

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

function intlName(zone: string, at: Moment, locale: string, style: "short" | "long"): string {
  const parts = formatterOf(zone, locale, style).formatToParts(at.epochMilliseconds);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/**
 * The zone beside a time: "IST", "EDT", "GMT+5:45" where there is no abbreviation in use.
 * @param at summer and winter differ @param locale BCP 47
 */
export function zoneShortName(zone: string, at: Moment, locale: string): string {
  for (const regional of REGIONS_OF[locale] ?? [locale]) {
    const name = intlName(zone, at, regional, "short");
    if (!/^(?:GMT|UTC)[+-−]/.test(name)) return name;
  }
  return intlName(zone, at, locale, "short");
}

/** The zone in words: "India Standard Time". @param locale BCP 47 */
export const zoneLongName = (zone: string, at: Moment, locale: string): string =>
  intlName(zone, at, locale, "long");

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Date and time on the wall of a zone, only to be compared. */
function wallClock(zone: string, at: Moment): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(zone, clock);
  return clock.format(at.epochMilliseconds);
}

/** Do two zones show the same wall clock at this instant? Then one name is enough on the screen. */
export const sameClock = (a: string, b: string, at: Moment): boolean => wallClock(a, at) === wallClock(b, at);
