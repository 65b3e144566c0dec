import { ClientMessages } from "@amrutam/account/client-messages";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import { localDay } from "@amrutam/domain/time/local-day";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { JoinForm } from "../../../../features/waitlist/join-form";
import { getApi, getTimezone, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waitlist"))("joinTitle") };
}

/** How far the form looks ahead unless its reader changes it. */
const USUAL_DAYS = 14;

export default async function JoinWaitlistPage({ params }: { params: Promise<{ doctorId: string }> }) {
  await requireRole("PATIENT");
  const [{ doctorId }, api, zone, now] = await Promise.all([params, getApi(), getTimezone(), getNow()]);
  const [doctor, family] = await Promise.all([
    orNotFound(api.doctor.get({ id: doctorId })),
    api.dependant.list({}),
  ]);
  const today = localDay(fromEpochMs(now.getTime()), zone);
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 p-4 pb-12 md:p-6 md:pb-18">
      <ClientMessages of={["waitlist", "catalogue", "time"]}>
        <JoinForm
          doctor={{
            id: doctor.id,
            fullName: doctor.fullName,
            specialization: doctor.specialization,
            modes: doctor.modes,
          }}
          // The form names people; their birth dates stay here.
          people={family.items.map(({ id, fullName }) => ({ id, fullName }))}
          zone={zone}
          fromDate={today.toString()}
          toDate={today.add({ days: USUAL_DAYS }).toString()}
        />
      </ClientMessages>
    </div>
  );
}
