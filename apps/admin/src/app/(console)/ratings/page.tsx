import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orFirstPage } from "../../../features/listing/first-page";
import { hrefOf, type RawQuery, readQuery } from "../../../features/listing/query";
import { ratingQuery } from "../../../features/ratings/rating-query";
import { Ratings } from "../../../features/ratings/ratings";
import { getApi, orNotFound, requireRole } from "../../../server/caller";
import { getReader } from "../../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminRatings");
  return { title: t("title") };
}

export default async function RatingsPage({ searchParams }: { searchParams: RawQuery }) {
  await requireRole("ADMIN", "SUPPORT");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(ratingQuery, searchParams),
  ]);
  const { items, nextCursor, pending } = await orNotFound(
    orFirstPage(api.admin.ratings(query), hrefOf("/ratings", { state: query.state }), !query.cursor),
  );
  return <Ratings query={query} ratings={items} pending={pending} nextCursor={nextCursor} reader={reader} />;
}
