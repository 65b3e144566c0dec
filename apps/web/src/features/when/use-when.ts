import {
  isSameClock,
  sayDay,
  sayMonth,
  sayTime,
  sayZone,
  type WhenReader,
  zoneToday,
} from "@amrutam/messages/say-when";
import { useLocale, useNow, useTimeZone, useTranslations } from "next-intl";

/** Times in words for this viewer: language, zone and now are those of the request. Client components need `time`. */
export function useWhen() {
  const t = useTranslations("time");
  const locale = useLocale();
  const zone = useTimeZone() ?? "Asia/Kolkata";
  const now = useNow().toISOString();
  const reader: WhenReader = { zone, locale, now, words: t };
  /** "tomorrow" inside a sentence, "Tomorrow" at its head and in a list. */
  const within: WhenReader = { ...reader, words: (key) => t(key).toLocaleLowerCase(locale) };
  const at = (other: string): WhenReader => ({ ...within, zone: other });

  return {
    zone,
    now,
    day: (iso: string, look?: "short" | "long") => sayDay(iso, reader, look),
    month: (iso: string) => sayMonth(iso, zone, locale),
    time: (iso: string) => sayTime(iso, zone, locale),
    dayAndTime: (iso: string, look?: "short" | "long") =>
      t("dayAndTime", { day: sayDay(iso, reader, look), time: sayTime(iso, zone, locale) }),
    dayAndTimeWithin: (iso: string) =>
      t("dayAndTime", { day: sayDay(iso, within), time: sayTime(iso, zone, locale) }),
    dayAndRange: (from: string, to: string) =>
      t("dayAndRange", {
        day: sayDay(from, reader),
        from: sayTime(from, zone, locale),
        to: sayTime(to, zone, locale),
      }),
    /** "Asia/Kolkata (IST)"; "UTC" alone, which has no other name. */
    zoneName(iso: string): string {
      const [name, short] = [zoneToday(zone), sayZone(iso, zone, locale)];
      return name === short ? name : t("zone", { name, short });
    },
    zoneShort: (iso: string) => sayZone(iso, zone, locale),
    /** The same moment on the doctor's clock, or null where that shows the same. */
    forDoctor(iso: string, doctorZone: string): string | null {
      if (isSameClock(iso, zone, doctorZone)) return null;
      const theirs = sayDay(iso, at(doctorZone), "short");
      const time = sayTime(iso, doctorZone, locale);
      const when = theirs === sayDay(iso, within, "short") ? time : t("dayAndTime", { day: theirs, time });
      return t("forDoctor", { time: when, zone: sayZone(iso, doctorZone, locale) });
    },
  };
}
