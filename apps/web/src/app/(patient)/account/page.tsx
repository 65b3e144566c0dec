import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountPage } from "../../../features/account/account-page";
import { getApi, requireSession } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.me"))("title") };
}

export default async function OwnAccountPage() {
  await requireSession();
  const api = await getApi();
  return <AccountPage me={await api.user.me({})} />;
}
