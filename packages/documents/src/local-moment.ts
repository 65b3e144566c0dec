import { zoneShortName } from "@amrutam/domain/time/zone-name";
import type { Locale } from "@amrutam/domain/wire";

type Instant = Parameters<typeof zoneShortName>[1];

/** Date, time and zone as a document writes them: "22 November 2026", "5:20 pm", "IST". @param zone IANA */
export function localMoment(at: Instant, zone: string, locale: Locale) {
  const tag = locale === "en" ? "en-IN" : locale;
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: zone, ...options }).format(at.epochMilliseconds);
  return {
    date: write({ day: "numeric", month: "long", year: "numeric" }),
    time: write({ hour: "numeric", minute: "2-digit" }),
    zone: zoneShortName(zone, at, locale),
  };
}
export type LocalMoment = ReturnType<typeof localMoment>;
