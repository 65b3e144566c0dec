"use client";
import type { SessionItem } from "@amrutam/domain/session/schema";
import { sayDay, sayTime } from "@amrutam/messages/say-when";
import { Button } from "@amrutam/ui/button";
import { Tag } from "@amrutam/ui/tag";
import { CircleHelp, Monitor, Smartphone, SquareTerminal, Tablet } from "lucide-react";
import { useLocale, useNow, useTimeZone, useTranslations } from "next-intl";
import { useDeviceName } from "./use-device-name";

const ICON = {
  computer: Monitor,
  phone: Smartphone,
  tablet: Tablet,
  program: SquareTerminal,
  unknown: CircleHelp,
} as const;

function useMoment() {
  const [t, locale, now] = [useTranslations("time"), useLocale(), useNow().toISOString()];
  const zone = useTimeZone() ?? "Asia/Kolkata";
  return (iso: string) =>
    t("dayAndTime", {
      // Inside a sentence: "today", not "Today".
      day: sayDay(iso, { zone, locale, now, words: (key) => t(key).toLocaleLowerCase(locale) }, "short"),
      time: sayTime(iso, zone, locale),
    });
}

type DeviceRowProps = { session: SessionItem; isPending: boolean; onEnd: () => void };

/** One sign-in: on what, from where, since when; and the way to end it, unless it is this one. */
export function DeviceRow({ session, isPending, onEnd }: DeviceRowProps) {
  const t = useTranslations("devices");
  const locale = useLocale();
  const say = useMoment();
  const name = useDeviceName()(session.device);
  const Icon = ICON[session.device.kind];
  const country = session.place && new Intl.DisplayNames(locale, { type: "region" }).of(session.place);
  const place = [country, session.address].filter(Boolean).join(" · ");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <Icon aria-hidden size={20} strokeWidth={1.75} className="shrink-0 self-start text-ink-soft" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {name}
          {session.current && <Tag tone="ok">{t("current")}</Tag>}
        </p>
        <p className="text-sm wrap-anywhere text-ink-soft tabular-nums">{place || t("placeUnknown")}</p>
        <p className="text-sm text-ink-soft tabular-nums">
          {session.current
            ? t("since", { since: say(session.createdAt) })
            : t("used", { since: say(session.createdAt), used: say(session.lastUsedAt) })}
        </p>
      </div>
      {!session.current && (
        <Button
          variant="quiet"
          size="small"
          pending={isPending}
          pendingLabel={t("pending")}
          aria-label={t("endOn", { device: name })}
          onClick={onEnd}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
