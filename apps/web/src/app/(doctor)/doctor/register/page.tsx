import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RegistrationPage } from "../../../../features/registration/registration-page";
import { getTimezone, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal.register"))("title") };
}

export default async function DoctorRegisterPage() {
  const { doctor } = await requireRole("DOCTOR");
  if (doctor) redirect("/doctor");
  return <RegistrationPage zone={await getTimezone()} year={new Date().getUTCFullYear()} />;
}
