"use client";
import { sayTime } from "@amrutam/messages/say-when";
import { useLocale, useTranslations } from "next-intl";
import { useServerNow } from "../visit/use-server-now";
import type { Scale } from "./grid-span";
import { wallMin } from "./week-clock";

/** Where the day stands. @param zone the practice's @param now ISO instant of the server */
export function NowLine({ zone, now, scale }: { zone: string; now: string; scale: Scale }) {
  const t = useTranslations("portal.week");
  const locale = useLocale();
  const iso = new Date(useServerNow(now)).toISOString();
  const min = wallMin(iso, zone);
  if (min < scale.fromMin || min > scale.toMin) return null;
  return (
    <div
      data-now
      className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-brick before:absolute before:-top-1.25 before:-left-1 before:size-2 before:rounded-full before:bg-brick"
      style={{ top: `${(min - scale.fromMin) * scale.pxPerMin}px` }}
    >
      <span className="sr-only">{t("now", { time: sayTime(iso, zone, locale) })}</span>
    </div>
  );
}
