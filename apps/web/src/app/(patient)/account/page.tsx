import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "../../../features/account/account-page";
import { getApi, orNotFound, requireRole } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.profile"))("title") };
}

export default async function OwnAccountPage() {
  await requireRole("PATIENT");
  const api = await getApi();
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pb-12 md:p-6 md:pb-18">
      <AccountPage base="/account" profile={await orNotFound(api.user.profile({}))} />
    </div>
  );
}
