import { Card } from "@amrutam/ui/card";
import { PageHeader } from "@amrutam/ui/page-header";
import { getTranslations } from "next-intl/server";
import { ListPages } from "../listing/list-pages";
import { NoRows } from "../listing/no-rows";
import type { Reader } from "../listing/reader";
import { AuditFilters } from "./audit-filters";
import type { AuditQuery } from "./audit-query";
import { type AuditEvent, EventTable } from "./event-table";

/** Who did or read what about whom, latest first. */
export async function AuditLog({
  query,
  events,
  nextCursor,
  reader,
}: {
  query: AuditQuery;
  events: readonly AuditEvent[];
  nextCursor: string | null;
  reader: Reader;
}) {
  const t = await getTranslations("adminAudit");
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <>
      <PageHeader size="dense" title={t("title")} subtitle={t("subtitle", { zone: reader.zone })} />
      <AuditFilters query={query} events={events} />
      {events.length === 0 ? (
        <NoRows title={t("empty")} path="/audit" isFiltered={isFiltered} />
      ) : (
        <Card padding="none">
          <EventTable events={events} reader={reader} query={query} />
        </Card>
      )}
      <ListPages path="/audit" query={query} nextCursor={nextCursor} />
    </>
  );
}
