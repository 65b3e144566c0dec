import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HoursPage } from "../../../../features/hours/hours-page";
import { getApi, orNotFound } from "../../../../server/caller";
import { requirePractice } from "../../../../server/practice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hours"))("title") };
}

export default async function DoctorHoursPage() {
  const [{ modes }, api] = await Promise.all([requirePractice(), getApi()]);
  return <HoursPage hours={await orNotFound(api.availability.hours({}))} modes={modes} />;
}
