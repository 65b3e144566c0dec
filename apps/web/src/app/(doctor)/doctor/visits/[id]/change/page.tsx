import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MoveVisitPage } from "../../../../../../features/visit-move/move-visit-page";
import { weekFrom, weekPeriod } from "../../../../../../features/week/week-days";
import { getApi, orNotFound } from "../../../../../../server/caller";
import { requirePractice } from "../../../../../../server/practice";

/** The tab's title never names a patient: it stays in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visitRoom.move"))("act") };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ from?: string | string[] }> };

export default async function DoctorChangePage({ params, searchParams }: Props) {
  const [practice, { id }, { from }, api] = await Promise.all([
    requirePractice(),
    params,
    searchParams,
    getApi(),
  ]);
  const nowMs = Date.now();
  const week = weekFrom(typeof from === "string" ? from : undefined, practice.timezone, nowMs);
  const [visit, { items }] = await Promise.all([
    orNotFound(api.consultation.get({ id })),
    orNotFound(api.availability.list(weekPeriod(week))),
  ]);
  if (!visit.movableUntil) redirect(`/doctor/visits/${id}`);
  return <MoveVisitPage visit={visit} week={week} slots={items} now={new Date(nowMs).toISOString()} />;
}
