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
  return <WebSecurityPage base="/doctor/account" me={await orNotFound(api.user.me({}))} />;
}
