import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IssuedPage } from "../../../../../../features/prescribe/issued-page";
import { PrescribePage } from "../../../../../../features/prescribe/prescribe-page";
import { getApi, orNotFound } from "../../../../../../server/caller";
import { requirePractice } from "../../../../../../server/practice";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("prescription"))("pageTitle") };
}

export default async function DoctorPrescribePage({ params }: { params: Promise<{ id: string }> }) {
  const [doctor, { id }, api] = await Promise.all([requirePractice(), params, getApi()]);
  const visit = await orNotFound(api.consultation.get({ id }));
  if (visit.prescriptions.length > 0) {
    const { items } = await orNotFound(api.prescription.get({ consultationId: id }));
    const [newest] = items;
    if (newest) return <IssuedPage prescription={newest} />;
  }
  return <PrescribePage visit={visit} doctor={doctor} now={new Date().toISOString()} />;
}
