import { listFactorResetsInput } from "@amrutam/domain/admin/schema";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orFirstPage } from "../../../../features/listing/first-page";
import { hrefOf, type RawQuery, readQuery } from "../../../../features/listing/query";
import { FactorResets } from "../../../../features/people/factor-resets";
import { getApi, orNotFound, requireRole } from "../../../../server/caller";
import { getReader } from "../../../../server/reader";

const PATH = "/people/factor-resets";
const resetsQuery = listFactorResetsInput.omit({ limit: true });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminPeople.resets"))("title") };
}

export default async function FactorResetsPage({ searchParams }: { searchParams: RawQuery }) {
  await requireRole("ADMIN");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(resetsQuery, searchParams),
  ]);
  const { items, nextCursor } = await orNotFound(
    orFirstPage(api.admin.factorResets(query), hrefOf(PATH, { cursor: undefined }), !query.cursor),
  );
  return <FactorResets path={PATH} query={query} resets={items} nextCursor={nextCursor} reader={reader} />;
}
