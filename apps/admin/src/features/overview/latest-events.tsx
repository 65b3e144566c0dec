import { Card, CardHeader } from "@amrutam/ui/card";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type AuditEvent, EventTable } from "../audit/event-table";
import type { Reader } from "../listing/reader";

/** The newest events. Looks into the log are left out: this page is one of them, each time it is opened. */
export async function LatestEvents({ events, reader }: { events: readonly AuditEvent[]; reader: Reader }) {
  const t = await getTranslations("adminOverview");
  return (
    <Card padding="none">
      <CardHeader
        level={2}
        inset
        title={t("latest")}
        action={
          <Link href="/audit" className={`${linkClass("alone")} text-sm`}>
            {t("allEvents")}
          </Link>
        }
      />
      {events.length === 0 ? (
        <p className="px-4.5 pb-4.5 text-sm text-ink-soft">{t("noEvents")}</p>
      ) : (
        <EventTable events={events} reader={reader} isBrief />
      )}
    </Card>
  );
}
