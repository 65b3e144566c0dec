"use client";
import { sayDay } from "@amrutam/messages/say-when";
import { useLocale, useNow, useTimeZone, useTranslations } from "next-intl";

/** An instant as the day it was, in the reader's language and zone. Needs the namespace `time`. */
export function useDay() {
  const [words, locale, now] = [useTranslations("time"), useLocale(), useNow().toISOString()];
  const zone = useTimeZone() ?? "Asia/Kolkata";
  return (instant: string) => sayDay(instant, { zone, locale, now, words }, "short");
}
