import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FamilyPage } from "../../../../features/family/family-page";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("security.places.family"))("title") };
}

export default async function OwnFamilyPage() {
  await requireRole("PATIENT");
  const api = await getApi();
  const { items } = await orNotFound(api.dependant.list({}));
  return (
    <div className="mx-auto w-full max-w-2xl p-4 pb-12 md:p-6 md:pb-18">
      <FamilyPage people={items} />
    </div>
  );
}
