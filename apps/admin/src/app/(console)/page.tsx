import { toIso } from "@amrutam/domain/time/instant";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type RawQuery, readQuery } from "../../features/listing/query";
import { Overview } from "../../features/overview/overview";
import { choosePeriod, overviewQuery } from "../../features/overview/period-choice";
import { getApi, orNotFound, requireRole } from "../../server/caller";
import { getReader } from "../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminOverview");
  return { title: t("title") };
}

/** Events shown, out of as many as are likely to hold them beside the looks into the log. */
const LATEST = { shown: 6, asked: 60 };

export default async function OverviewPage({ searchParams }: { searchParams: RawQuery }) {
  const { role } = await requireRole("ADMIN", "SUPPORT");
  if (role === "SUPPORT") redirect("/bookings");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(overviewQuery, searchParams),
  ]);
  const choice = choosePeriod(query, reader.zone, reader.now);
  const { from, to, timezone } = choice.period;
  const period = { from: toIso(from), to: toIso(to), timezone };
  const [summary, perDay, conversion, utilization, specializations, events] = await orNotFound(
    Promise.all([
      api.analytics.summary(period),
      api.analytics.consultationsPerDay(period),
      api.analytics.conversion(period),
      api.analytics.doctorUtilization(period),
      api.analytics.topSpecializations(period),
      api.audit.list({ limit: LATEST.asked }),
    ]),
  );
  return (
    <Overview
      {...{ reader, choice, query, summary, perDay, conversion, utilization, specializations }}
      events={events.items.filter((event) => event.action !== "audit.read").slice(0, LATEST.shown)}
    />
  );
}
