import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "../../../../../features/notices/settings-page";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices.settings"))("title") };
}

export default async function DoctorNotificationsPage() {
  await requireRole("DOCTOR");
  const api = await getApi();
  const [settings, calendar] = await Promise.all([
    orNotFound(api.notification.settings({})),
    orNotFound(api.calendar.getFeed({})),
  ]);
  return <SettingsPage settings={settings} calendar={calendar} audience="DOCTOR" base="/doctor/account" />;
}
