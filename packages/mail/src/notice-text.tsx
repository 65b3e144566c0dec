import type { Audience, NoticeKind } from "@amrutam/domain/notification/kinds";
import { parseInstant } from "@amrutam/domain/time/instant";
import { zoneShortName } from "@amrutam/domain/time/zone-name";
import type { Locale } from "@amrutam/domain/wire";
import { messagesOf } from "@amrutam/messages/catalog";
import { createTranslator } from "use-intl/core";
import { visitMoment } from "./visit-time";

type Told = Readonly<{
  kind: NoticeKind;
  audience: Audience;
  doctor: string;
  /** ISO instant */
  startsAt: string;
  /** the reader's IANA zone */
  zone: string;
  by: "PATIENT" | "DOCTOR" | "PLATFORM" | null;
  minutes: number | null;
  /** name of the dependant it is for; null for the reader's own */
  whom: string | null;
  /** ISO instant until which a time is held; null where none is */
  heldUntil: string | null;
  url: string;
  locale: Locale;
}>;

/** One short message: what happened, when on the reader's clock, where to see it. Nothing of illness or specialization. */
export function noticeText(told: Told): string {
  const { kind, audience, doctor, startsAt, zone, by, minutes, whom, heldUntil, url, locale } = told;
  const t = createTranslator({
    locale,
    messages: messagesOf(locale),
    namespace: "notices",
    onError: (error) => {
      throw error;
    },
  });
  const at = parseInstant(startsAt);
  const clock = at ? ` ${zoneShortName(zone, at, locale)}` : "";
  const when = `${visitMoment({ startsAt, zone }, locale)}${clock}`;
  const line = heldUntil
    ? t("offered", { doctor, when, until: visitMoment({ startsAt: heldUntil, zone }, locale) })
    : t(`line.${audience}.${kind}`, { doctor, when, by: by ?? "PLATFORM", minutes: minutes ?? 0 });
  return `${messagesOf(locale).common.brand}: ${whom === null ? line : t("whom", { name: whom, line })} ${url}`;
}
