import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InboxPage } from "../../../features/notices/inbox-page";
import { getApi, orNotFound, requireRole } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices.inbox"))("title") };
}

type InboxProps = { searchParams: Promise<{ cursor?: string | string[] }> };

export default async function PatientInboxPage({ searchParams }: InboxProps) {
  await requireRole("PATIENT");
  const [api, given] = [await getApi(), await searchParams];
  const cursor = typeof given.cursor === "string" ? given.cursor : undefined;
  const { items, nextCursor } = await orNotFound(api.notification.list(cursor ? { cursor } : {}));
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pb-12 md:p-6 md:pb-18">
      <InboxPage audience="PATIENT" base="" items={items} nextCursor={nextCursor} isFirst={!cursor} />
    </div>
  );
}
