import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PrescriptionScreen } from "../../../../../features/prescription-view/prescription-screen";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

type PrescriptionPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prescription"))("pageTitle") };
}

export default async function PrescriptionPage({ params, searchParams }: PrescriptionPageProps) {
  await requireRole("PATIENT");
  const [{ id }, { version }, api] = await Promise.all([params, searchParams, getApi()]);
  const { items } = await orNotFound(api.prescription.get({ consultationId: id }));
  const newestFirst = items.toSorted((a, b) => b.version - a.version);
  const shown = newestFirst.find((item) => String(item.version) === version) ?? newestFirst[0];
  if (!shown) notFound();
  return <PrescriptionScreen visitId={id} versions={newestFirst} shown={shown} />;
}
