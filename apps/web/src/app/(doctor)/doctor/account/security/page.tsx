import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebSecurityPage } from "../../../../../features/account/web-security-page";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.security"))("title") };
}

export default async function DoctorSecurityPage() {
  await requireRole("DOCTOR");
  const api = await getApi();
  const [me, sessions, factors] = await Promise.all([
    orNotFound(api.user.me({})),
    orNotFound(api.session.list({})),
    orNotFound(api.factor.list({})),
  ]);
  return <WebSecurityPage base="/doctor/account" me={me} sessions={sessions.items} factors={factors} />;
}
