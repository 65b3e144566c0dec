import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FamilyPage } from "../../../../features/family/family-page";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.family"))("title") };
}

/** A visit that is being booked, and nothing else: the address is anybody's to write. */
const BOOKING = /^\/book\/[\da-f-]{36}$/;

type OwnFamilyPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function OwnFamilyPage({ searchParams }: OwnFamilyPageProps) {
  await requireRole("PATIENT");
  const [api, { next }] = [await getApi(), await searchParams];
  const { items } = await orNotFound(api.dependant.list({}));
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pb-12 md:p-6 md:pb-18">
      <FamilyPage people={items} booking={typeof next === "string" && BOOKING.test(next) ? next : null} />
    </div>
  );
}
