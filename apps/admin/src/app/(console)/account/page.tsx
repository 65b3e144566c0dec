import { AccountFacts } from "@amrutam/account/account-facts";
import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminAccountFrame } from "../../../features/account/admin-account-frame";
import { AdminProfile } from "../../../features/account/admin-profile";
import { getApi, orNotFound, requireRole } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.profile"))("title") };
}

export default async function OwnAccountPage() {
  await requireRole("ADMIN", "SUPPORT");
  const api = await getApi();
  const profile = await orNotFound(api.user.profile({}));
  return (
    <AdminAccountFrame here="profile">
      <AccountFacts me={profile} />
      <ClientMessages of={["account", "profile"]}>
        <AdminProfile profile={profile} />
      </ClientMessages>
    </AdminAccountFrame>
  );
}
