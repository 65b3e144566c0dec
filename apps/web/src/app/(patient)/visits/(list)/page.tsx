import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import type { Metadata } from "next";
import { getNow, getTranslations } from "next-intl/server";
import { shownStatusOf } from "../../../../features/visits/shown-status";
import { splitVisits } from "../../../../features/visits/split-visits";
import { VisitsScreen } from "../../../../features/visits/visits-screen";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

/** The longest visit there is, begun as late as it may be: one that was to begin this long ago may still be under way. */
const LONGEST_MS = 6 * 3_600_000;
const MOST_AHEAD = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("visits"))("title") };
}

type Asked = { cursor?: string | string[]; show?: string | string[] };

export default async function VisitsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  await requireRole("PATIENT");
  const [asked, api, now] = await Promise.all([searchParams, getApi(), getNow()]);
  const cursor = typeof asked.cursor === "string" ? asked.cursor : undefined;
  const status = shownStatusOf(asked.show);
  const isOverview = cursor === undefined && !status;
  const recent = toIso(fromEpochMs(now.getTime() - LONGEST_MS));
  const [next, near, past, waiting, due] = await Promise.all([
    isOverview ? api.consultation.next({}) : null,
    isOverview ? api.consultation.list({ from: recent, order: "asc", limit: MOST_AHEAD }) : null,
    orNotFound(
      api.consultation.list({ to: status ? undefined : recent, status, order: "desc", limit: 20, cursor }),
    ),
    isOverview ? api.waitlist.list({}) : null,
    isOverview ? api.rating.due({}) : null,
  ]);
  const { ahead, others } = splitVisits(near?.items ?? [], now.toISOString());
  return (
    <VisitsScreen
      waiting={waiting?.items ?? []}
      due={due?.items ?? []}
      next={next?.visit ?? null}
      later={ahead.filter(({ id }) => id !== next?.visit?.id)}
      earlier={[...others.reverse(), ...past.items]}
      shown={status}
      isFirstPage={cursor === undefined}
      nextCursor={past.nextCursor}
    />
  );
}
