import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MoveVisit } from "../../../../../features/visit-change/move-visit";
import { getApi, orNotFound, requireRole } from "../../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visitChange"))("title") };
}

export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole("PATIENT");
  const [{ id }, api] = await Promise.all([params, getApi()]);
  const visit = await orNotFound(api.consultation.get({ id }));
  if (!visit.movableUntil) redirect(`/visits/${id}`);
  const { doctor, mode, startsAt, fullDayTimes } = visit;
  return (
    <div className="mx-auto w-full max-w-2xl p-4 md:p-6 md:pb-18">
      <ClientMessages of={["visitChange", "time"]}>
        <MoveVisit
          visit={{ id, doctor, mode, startsAt, fullDayTimes }}
          until={visit.movableUntil}
          href={`/visits/${id}`}
        />
      </ClientMessages>
    </div>
  );
}
