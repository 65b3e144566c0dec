import { sayDate, sayDay, sayTime, sayZone, type WhenReader } from "@amrutam/messages/say-when";
import { useLocale, useTranslations } from "next-intl";

/**
 * Times in words on the practice's own clock, whatever zone its doctor looks from. Client components need `time`.
 * @param zone the doctor's IANA zone @param now ISO instant of the request
 */
export function usePracticeClock(zone: string, now: string) {
  const t = useTranslations("time");
  const locale = useLocale();
  const reader: WhenReader = { zone, locale, now, words: t };
  /** "tomorrow" inside a sentence. */
  const within: WhenReader = { ...reader, words: (key) => t(key).toLocaleLowerCase(locale) };
  const time = (iso: string) => sayTime(iso, zone, locale);
  const today = sayDay(now, reader);
  return {
    time,
    range: (from: string, to: string) => t("range", { from: time(from), to: time(to) }),
    /** "Today", "Tomorrow", "Sunday 22 November". */
    day: (iso: string, look?: "short" | "long") => sayDay(iso, reader, look),
    /** "Sunday 22 November", whatever day it is today. */
    date: (iso: string, look?: "short" | "long") => sayDate(iso, zone, locale, look),
    dayAndTime: (iso: string) => t("dayAndTime", { day: sayDay(iso, reader), time: time(iso) }),
    dayAndTimeWithin: (iso: string) => t("dayAndTime", { day: sayDay(iso, within), time: time(iso) }),
    /** The time alone where the day is today. */
    soon: (iso: string) => {
      const day = sayDay(iso, reader);
      return day === today ? time(iso) : t("dayAndTime", { day, time: time(iso) });
    },
    /** "IST" */
    zone: sayZone(now, zone, locale),
  };
}
