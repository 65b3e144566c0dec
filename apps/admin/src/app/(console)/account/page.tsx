import { AccountFacts } from "@amrutam/account/account-facts";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminAccountFrame } from "../../../features/account/admin-account-frame";
import { getApi, orNotFound, requireRole } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.profile"))("title") };
}

export default async function OwnAccountPage() {
  await requireRole("ADMIN", "SUPPORT");
  const api = await getApi();
  const me = await orNotFound(api.user.me({}));
  return (
    <AdminAccountFrame here="profile">
      <AccountFacts me={me} zone={me.timezone} />
    </AdminAccountFrame>
  );
}
