import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "../../../../features/account/account-page";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.profile"))("title") };
}

export default async function DoctorAccountPage() {
  await requireRole("DOCTOR");
  const api = await getApi();
  return <AccountPage base="/doctor/account" profile={await orNotFound(api.user.profile({}))} />;
}
