import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PayScreen } from "../../../../../features/booking/pay-screen";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking"))("payTitle") };
}

export default async function PayPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole("PATIENT");
  const [{ id }, api] = await Promise.all([params, getApi()]);
  const visit = await orNotFound(api.consultation.get({ id }));
  if (visit.status !== "REQUESTED" && visit.status !== "EXPIRED") redirect(`/visits/${id}`);
  return <PayScreen visit={visit} />;
}
