import { safeNext } from "@amrutam/account/safe-next";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminEnrolSecondFactor } from "../../../features/account/admin-enrol-second-factor";
import { requireSession } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.enrol"))("title") };
}

export default async function SecondFactorPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = safeNext((await searchParams).next, "/");
  const { aal } = await requireSession();
  if (aal >= 2) redirect(next);
  return <AdminEnrolSecondFactor continueTo={next} />;
}
