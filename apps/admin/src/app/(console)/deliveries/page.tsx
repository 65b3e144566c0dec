import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Deliveries } from "../../../features/deliveries/deliveries";
import { deliveryQuery } from "../../../features/deliveries/delivery-query";
import { orFirstPage } from "../../../features/listing/first-page";
import { hrefOf, type RawQuery, readQuery } from "../../../features/listing/query";
import { getApi, orNotFound, requireRole } from "../../../server/caller";
import { getReader } from "../../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminDeliveries");
  return { title: t("title") };
}

export default async function DeliveriesPage({ searchParams }: { searchParams: RawQuery }) {
  await requireRole("ADMIN", "SUPPORT");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(deliveryQuery, searchParams),
  ]);
  const { items, nextCursor } = await orNotFound(
    orFirstPage(
      api.admin.deliveries(query),
      hrefOf("/deliveries", { ...query, cursor: undefined }),
      !query.cursor,
    ),
  );
  return <Deliveries query={query} deliveries={items} nextCursor={nextCursor} reader={reader} />;
}
