import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminAccountFrame } from "../../../../features/account/admin-account-frame";
import { AdminSecurity } from "../../../../features/account/admin-security";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.security"))("title") };
}

export default async function SecurityPage() {
  await requireRole("ADMIN", "SUPPORT");
  const api = await getApi();
  const [me, sessions, factors] = await Promise.all([
    orNotFound(api.user.me({})),
    orNotFound(api.session.list({})),
    orNotFound(api.factor.list({})),
  ]);
  return (
    <AdminAccountFrame here="security">
      <ClientMessages of={["account", "security", "passwords", "stepUp", "factors", "devices", "time"]}>
        <AdminSecurity me={me} sessions={sessions.items} factors={factors} />
      </ClientMessages>
    </AdminAccountFrame>
  );
}
