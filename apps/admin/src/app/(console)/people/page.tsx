import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orFirstPage } from "../../../features/listing/first-page";
import { hrefOf, type RawQuery, readQuery } from "../../../features/listing/query";
import { People } from "../../../features/people/people";
import { peopleQuery } from "../../../features/people/people-query";
import { getApi, orNotFound, requireRole } from "../../../server/caller";
import { getReader } from "../../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminPeople");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: RawQuery }) {
  const { role, userId } = await requireRole("ADMIN", "SUPPORT");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(peopleQuery, searchParams),
  ]);
  const { items, nextCursor } = await orNotFound(
    orFirstPage(api.admin.people(query), hrefOf("/people", { ...query, cursor: undefined }), !query.cursor),
  );
  return (
    <People
      query={query}
      people={items}
      nextCursor={nextCursor}
      reader={reader}
      viewer={{ userId, isAdmin: role === "ADMIN" }}
    />
  );
}
