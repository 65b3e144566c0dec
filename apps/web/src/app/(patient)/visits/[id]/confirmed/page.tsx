import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmedScreen } from "../../../../../features/booking/confirmed-screen";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking"))("confirmedTitle") };
}

export default async function ConfirmedPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole("PATIENT");
  const [{ id }, api] = await Promise.all([params, getApi()]);
  const visit = await orNotFound(api.consultation.get({ id }));
  if (visit.status !== "CONFIRMED") redirect(`/visits/${id}`);
  return <ConfirmedScreen visit={visit} />;
}
