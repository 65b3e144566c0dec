import "server-only";
import { zoneShortName } from "@amrutam/domain/time/zone-name";
import { Temporal } from "temporal-polyfill";
import type { Reader } from "../features/listing/reader";
import { getPageRequest } from "./page-request";

/** Who reads the page of this request, as tables and dates need to know it. */
export async function getReader(): Promise<Reader> {
  const { context, timezone } = await getPageRequest();
  const { locale } = context;
  const now = Temporal.Instant.fromEpochMilliseconds(context.deps.clock.now().getTime());
  return { locale, zone: timezone, now, zoneName: zoneShortName(timezone, now, locale) };
}
