import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebSecurityPage } from "../../../../features/account/web-security-page";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.security"))("title") };
}

export default async function PatientSecurityPage() {
  await requireRole("PATIENT");
  const api = await getApi();
  const [me, sessions, factors] = await Promise.all([
    orNotFound(api.user.me({})),
    orNotFound(api.session.list({})),
    orNotFound(api.factor.list({})),
  ]);
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pb-12 md:p-6 md:pb-18">
      <WebSecurityPage base="/account" me={me} sessions={sessions.items} factors={factors} />
    </div>
  );
}
