import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfilePage } from "../../../../features/practice-profile/profile-page";
import { requirePractice } from "../../../../server/practice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("practice"))("title") };
}

export default async function DoctorProfilePage() {
  return <ProfilePage doctor={await requirePractice()} year={new Date().getUTCFullYear()} />;
}
