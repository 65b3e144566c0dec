import { type CountedDay, humanDay } from "@amrutam/domain/time/human-day";
import { sameClock, zoneShortName } from "@amrutam/domain/time/zone-name";
import type { Locale } from "@amrutam/domain/wire";

/** The words for days near today; `useTranslations("time")` and `getTranslations("time")` fit. */
export type DayWords = (key: "today" | "tomorrow" | "yesterday") => string;

/** English as India writes it: day before month, small am and pm. */
const TAG: Record<Locale, string> = { en: "en-IN", hi: "hi-IN" };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter costs far more than its use; zones, locales and looks are few. */
function formatterOf(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(TAG[locale], { timeZone: zone, ...options });
  formatters.set(key, made);
  return made;
}

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::[\d.]+)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Read without Temporal, whose code would be a tenth of a patient's page: these instants come from the server.
 * @throws RangeError for what is no instant of the wire
 */
function instantOf(iso: string) {
  const epochMilliseconds = WITH_OFFSET.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(epochMilliseconds)) throw new RangeError("not an instant");
  return { epochMilliseconds };
}

/** The date on the wall of a zone at an instant. */
function dayOf(iso: string, zone: string): CountedDay {
  const options = { calendar: "gregory", year: "numeric", month: "numeric", day: "numeric" } as const;
  const parts = formatterOf("en", zone, options).formatToParts(instantOf(iso).epochMilliseconds);
  const part = (type: "year" | "month" | "day") => Number(parts.find((each) => each.type === type)?.value);
  const year = part("year");
  return { count: Date.UTC(year, part("month") - 1, part("day")) / 86_400_000, year };
}

/** The time of day: "4:40 pm", "शाम 4:40". @param iso instant @param zone IANA zone of the reader */
export function sayTime(iso: string, zone: string, locale: Locale): string {
  const clock: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit", hour12: true };
  // Hindi says which part of the day; "pm" would be English in Devanagari's place.
  const options: Intl.DateTimeFormatOptions = locale === "hi" ? { ...clock, dayPeriod: "short" } : clock;
  return formatterOf(locale, zone, options).format(instantOf(iso).epochMilliseconds);
}

export type WhenReader = Readonly<{
  zone: string;
  locale: Locale /** ISO instant */;
  now: string;
  words: DayWords;
}>;

/**
 * The day as people say it: "Today", "Tomorrow", "Sunday 22 November", with the year when it differs.
 * @param look `short` for slots and tables ("Wed 25 Nov"), `long` in sentences and headings
 */
export function sayDay(iso: string, reader: WhenReader, look: "short" | "long" = "long"): string {
  const { zone, locale, now, words } = reader;
  const day = humanDay(dayOf(iso, zone), dayOf(now, zone));
  if (day.kind === "today" || day.kind === "tomorrow" || day.kind === "yesterday") return words(day.kind);
  return sayDate(iso, zone, locale, look, day.kind === "date" && day.hasYear);
}

/** The date without regard to today: "Sunday 22 November", "Sun 22 Nov". @param hasYear with the year behind it */
export function sayDate(
  iso: string,
  zone: string,
  locale: Locale,
  look: "short" | "long" = "long",
  hasYear = false,
): string {
  const text = formatterOf(locale, zone, {
    weekday: look,
    day: "numeric",
    month: look,
    ...(hasYear ? { year: "numeric" as const } : {}),
  }).format(instantOf(iso).epochMilliseconds);
  // "Sunday, 22 November" has a comma that a sentence with a time behind it does not need.
  return text.replace(/^([^,]+), /, "$1 ");
}

/** The month of an instant on the wall of a zone, with its year: "November 2026". */
export const sayMonth = (iso: string, zone: string, locale: Locale): string =>
  formatterOf(locale, zone, { month: "long", year: "numeric" }).format(instantOf(iso).epochMilliseconds);

/** The zone's short name at that instant: "IST". */
export const sayZone = (iso: string, zone: string, locale: Locale): string =>
  zoneShortName(zone, instantOf(iso), locale);

/** Names that browsers still report and nobody uses any more, by what the IANA database calls them now. */
const RENAMED: Readonly<Record<string, string>> = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Europe/Kiev": "Europe/Kyiv",
};

/** The zone's own name as it is read today: "Asia/Kolkata", also where the browser says "Asia/Calcutta". */
export const zoneToday = (zone: string): string => RENAMED[zone] ?? zone;

/** Do the reader and the other side see the same clock at that instant? */
export const isSameClock = (iso: string, a: string, b: string): boolean => sameClock(a, b, instantOf(iso));
