import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VisitPage } from "../../../../../features/visit/visit-page";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

/** The tab's title never names a patient: it stays in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visitRoom"))("facts") };
}

export default async function DoctorVisitPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole("DOCTOR");
  const [{ id }, api] = await Promise.all([params, getApi()]);
  const visit = await orNotFound(api.consultation.get({ id }));
  return <VisitPage visit={visit} now={new Date().toISOString()} />;
}
