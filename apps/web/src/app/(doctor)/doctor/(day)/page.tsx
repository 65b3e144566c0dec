import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import { endOfDay, localDay, startOfDay } from "@amrutam/domain/time/local-day";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayPage } from "../../../../features/day/day-page";
import { getApi, orNotFound } from "../../../../server/caller";
import { requirePractice } from "../../../../server/practice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.nav"))("today") };
}

export default async function TodayPage() {
  const { timezone } = await requirePractice();
  const now = fromEpochMs(Date.now());
  const today = localDay(now, timezone);
  const period = { from: toIso(startOfDay(today, timezone)), to: toIso(endOfDay(today, timezone)) };
  const api = await getApi();
  const { items } = await orNotFound(api.availability.list(period));
  return <DayPage slots={items} zone={timezone} now={toIso(now)} />;
}
