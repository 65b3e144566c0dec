import { localDate } from "@amrutam/domain/wire";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DayOffPage } from "../../../../../features/day-off/day-off-page";
import { getApi, orNotFound } from "../../../../../server/caller";
import { requirePractice } from "../../../../../server/practice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dayOff"))("title") };
}

export default async function DoctorDayOffPage({
  searchParams,
}: {
  searchParams: Promise<{ date?: string | string[] }>;
}) {
  const [asked, , api] = await Promise.all([searchParams, requirePractice(), getApi()]);
  const date = localDate.safeParse(asked.date);
  const found = date.success
    ? await orNotFound(api.availability.dayOffVisits({ date: date.data }))
    : undefined;
  return <DayOffPage date={date.data} visits={found?.visits} />;
}
