import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { splitVisits } from "../../../../features/visits/split-visits";
import { VisitsScreen } from "../../../../features/visits/visits-screen";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

/** The longest visit there is: one that began this long ago may still be under way. */
const LONGEST_MS = 4 * 3_600_000;
const MOST_AHEAD = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("title") };
}

export default async function VisitsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string | string[] }>;
}) {
  await requireRole("PATIENT");
  const [asked, api, now] = await Promise.all([searchParams, getApi(), getNow()]);
  const cursor = typeof asked.cursor === "string" ? asked.cursor : undefined;
  const recent = toIso(fromEpochMs(now.getTime() - LONGEST_MS));
  const [near, past, waiting] = await Promise.all([
    cursor ? null : api.consultation.list({ from: recent, order: "asc", limit: MOST_AHEAD }),
    orNotFound(api.consultation.list({ to: recent, order: "desc", limit: 20, cursor })),
    cursor ? null : api.waitlist.list({}),
  ]);
  const { ahead, others } = splitVisits(near?.items ?? [], now.toISOString());
  return (
    <VisitsScreen
      waiting={waiting?.items ?? []}
      ahead={ahead}
      earlier={[...others.reverse(), ...past.items]}
      isFirstPage={cursor === undefined}
      nextCursor={past.nextCursor}
    />
  );
}
