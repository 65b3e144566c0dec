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
  url: string;
  locale: Locale;
}>;

/** One short message: what happened, when on the reader's clock, where to see it. Nothing of illness or specialization. */
export function noticeText({
  kind,
  audience,
  doctor,
  startsAt,
  zone,
  by,
  minutes,
  url,
  locale,
}: Told): string {
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
  const line = t(`line.${audience}.${kind}`, {
    doctor,
    when: `${visitMoment({ startsAt, zone }, locale)}${clock}`,
    by: by ?? "PLATFORM",
    minutes: minutes ?? 0,
  });
  return `${messagesOf(locale).common.brand}: ${line} ${url}`;
}
