import { Pagination } from "@amrutam/ui/pagination";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { hrefOf, type Query } from "./query";

/** On to older rows by cursor, and back to the newest. */
export async function ListPages({
  path,
  query,
  nextCursor,
}: {
  path: string;
  query: Query;
  nextCursor: string | null;
}) {
  const t = await getTranslations("adminList");
  return (
    <Pagination
      label={t("pages")}
      previousLabel={t("firstPage")}
      nextLabel={t("nextPage")}
      previousHref={query.cursor ? hrefOf(path, { ...query, cursor: undefined }) : undefined}
      nextHref={nextCursor ? hrefOf(path, { ...query, cursor: nextCursor }) : undefined}
      linkAs={Link}
    />
  );
}
