import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { weekFrom, weekPeriod } from "../../../../features/week/week-days";
import { WeekPage } from "../../../../features/week/week-page";
import { getApi, orNotFound } from "../../../../server/caller";
import { requirePractice } from "../../../../server/practice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.nav"))("week") };
}

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export default async function DoctorWeekPage({ searchParams }: Props) {
  const [practice, { from }, api] = await Promise.all([requirePractice(), searchParams, getApi()]);
  const nowMs = Date.now();
  const week = weekFrom(typeof from === "string" ? from : undefined, practice.timezone, nowMs);
  const { items } = await orNotFound(api.availability.list(weekPeriod(week)));
  return (
    <WeekPage
      week={week}
      slots={items}
      practice={{
        timezone: practice.timezone,
        visitLengthMin: practice.visitLengthMin,
        modes: practice.modes,
      }}
      now={new Date(nowMs).toISOString()}
    />
  );
}
