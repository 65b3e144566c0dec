import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VisitScreen } from "../../../../features/visits/visit-screen";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("pageTitle") };
}

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole("PATIENT");
  const [{ id }, api] = await Promise.all([params, getApi()]);
  const visit = await orNotFound(api.consultation.get({ id }));
  const rating = visit.status === "COMPLETED" ? await api.rating.own({ consultationId: id }) : null;
  return <VisitScreen visit={visit} rating={rating} />;
}
