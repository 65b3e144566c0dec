import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VisitPage } from "../../../../../features/visit/visit-page";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

/** Earlier visits at first, and after asking for more. */
const EARLIER = { few: 3, more: 50 } as const;

/** The tab's title never names a patient: it stays in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visitRoom"))("facts") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ earlier?: string | string[] }> };

export default async function DoctorVisitPage({ params, searchParams }: Props) {
  await requireRole("DOCTOR");
  const [{ id }, { earlier }, api] = await Promise.all([params, searchParams, getApi()]);
  const wantsMore = earlier === "more";
  const [visit, history] = await Promise.all([
    orNotFound(api.consultation.get({ id })),
    orNotFound(api.consultation.history({ id, limit: wantsMore ? EARLIER.more : EARLIER.few })),
  ]);
  const moreHref = wantsMore ? null : `/doctor/visits/${id}?earlier=more#earlier`;
  return <VisitPage visit={visit} earlier={{ history, moreHref }} now={new Date().toISOString()} />;
}
