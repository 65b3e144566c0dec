import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditLog } from "../../../features/audit/audit-log";
import { auditQuery } from "../../../features/audit/audit-query";
import { orFirstPage } from "../../../features/listing/first-page";
import { hrefOf, instantsOf, type RawQuery, readQuery } from "../../../features/listing/query";
import { getApi, orNotFound, requireRole } from "../../../server/caller";
import { getReader } from "../../../server/reader";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("adminAudit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: RawQuery }) {
  await requireRole("ADMIN");
  const [api, reader, query] = await Promise.all([
    getApi(),
    getReader(),
    readQuery(auditQuery, searchParams),
  ]);
  const { items, nextCursor } = await orNotFound(
    orFirstPage(
      api.audit.list({ ...query, ...instantsOf(query, reader.zone) }),
      hrefOf("/audit", { ...query, cursor: undefined }),
      !query.cursor,
    ),
  );
  return <AuditLog query={query} events={items} nextCursor={nextCursor} reader={reader} />;
}
