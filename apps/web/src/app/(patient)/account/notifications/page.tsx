import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SettingsPage } from "../../../../features/notices/settings-page";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices.settings"))("title") };
}

export default async function PatientNotificationsPage() {
  await requireRole("PATIENT");
  const api = await getApi();
  const [settings, calendar] = await Promise.all([
    orNotFound(api.notification.settings({})),
    orNotFound(api.calendar.getFeed({})),
  ]);
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pb-12 md:p-6 md:pb-18">
      <SettingsPage settings={settings} calendar={calendar} audience="PATIENT" base="/account" />
    </div>
  );
}
