import "server-only";
import { zoneShortName } from "@amrutam/domain/time/zone";
import type { Locale } from "@amrutam/domain/wire";
import { getLocale } from "next-intl/server";
import { Temporal } from "temporal-polyfill";
import { getPageRequest } from "../../server/page-request";

/** For whom a page is written: language, zone, and what time it is. */
export async function getReader() {
  const { context, timezone } = await getPageRequest();
  const locale: Locale = await getLocale();
  const now = Temporal.Instant.fromEpochMilliseconds(context.deps.clock.now().getTime());
  return { locale, zone: timezone, now, zoneName: zoneShortName(timezone, now, locale) };
}
export type Reader = Awaited<ReturnType<typeof getReader>>;
