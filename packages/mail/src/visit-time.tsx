import { parseInstant } from "@amrutam/domain/time/instant";
import { zoneLongName, zoneShortName } from "@amrutam/domain/time/zone-name";
import type { Locale } from "@amrutam/domain/wire";
import type { Fact } from "./letter";
import type { MailText } from "./mail-text";

export type VisitTime = Readonly<{
  /** ISO 8601 with offset */
  startsAt: string;
  endsAt: string;
  /** the recipient's IANA zone */
  zone: string;
}>;

/** English dates as India writes them: "Sunday, 22 November 2026", "5:20 pm". */
export const tagOf = (locale: Locale) => (locale === "en" ? "en-IN" : locale);

/** @throws RangeError when `at` is not an instant of the wire */
function instantOf(at: string) {
  const instant = parseInstant(at);
  if (!instant) throw new RangeError(`${at} is not an instant`);
  return instant;
}

/** The local date in words, for a subject line. */
export const visitDate = ({ startsAt, zone }: VisitTime, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(instantOf(startsAt).epochMilliseconds);

/** A start in one phrase, on the recipient's clock: "Sunday 22 November, 5:20 pm". */
export const visitMoment = (
  { startsAt, zone }: Pick<VisitTime, "startsAt" | "zone">,
  locale: Locale,
): string =>
  new Intl.DateTimeFormat(tagOf(locale), {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
  }).format(instantOf(startsAt).epochMilliseconds);

/** When, on the recipient's own clock, with the name of that clock. */
export function visitTimeFact(time: VisitTime, locale: Locale, t: MailText): Fact {
  const start = instantOf(time.startsAt);
  const write = (at: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tagOf(locale), { timeZone: time.zone, ...options }).format(
      instantOf(at).epochMilliseconds,
    );
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  const short = zoneShortName(time.zone, start, locale);
  const long = zoneLongName(time.zone, start, locale);
  return {
    label: t("when"),
    lines: [
      t("clock", {
        date: write(time.startsAt, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
        start: write(time.startsAt, clock),
        end: write(time.endsAt, clock),
        zone: short,
      }),
      short === long ? t("zoneOnly", { long }) : t("zoneInWords", { short, long }),
    ],
  };
}
