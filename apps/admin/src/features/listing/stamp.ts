import type { Locale } from "@amrutam/domain/wire";

const TAG: Record<Locale, string> = { en: "en-IN", hi: "hi-IN" };
const LOOKS = {
  day: { day: "numeric", month: "short", year: "numeric" },
  minute: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  second: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant as tables of the console show it: "22 Nov 2026, 16:34:09". Columns of times are compared, so they are all
 * of one length and have no "Today". @param zone IANA zone of the reader, named in the column's head
 */
export function stamp(
  iso: string,
  zone: string,
  locale: Locale,
  look: keyof typeof LOOKS = "minute",
): string {
  const key = `${locale} ${zone} ${look}`;
  const format =
    formatters.get(key) ?? new Intl.DateTimeFormat(TAG[locale], { timeZone: zone, ...LOOKS[look] });
  formatters.set(key, format);
  return format.format(new Date(iso));
}

/** A date of an address as people say it: "1 Nov 2026". Dates of the wall: no zone can move them. */
export const sayDay = (date: string, locale: Locale): string =>
  stamp(`${date}T00:00:00Z`, "UTC", locale, "day");
