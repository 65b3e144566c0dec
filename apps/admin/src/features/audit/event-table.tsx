import { AUDIT_ROLES, ENTITY_TYPES, isAuditAction } from "@amrutam/domain/audit/actions";
import type { auditEvent } from "@amrutam/domain/audit/schema";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { linkClass } from "@amrutam/ui/link";
import { Tag } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { hrefOf, type Query } from "../listing/query";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import { recordHref, shortId } from "./record-link";

export type AuditEvent = z.output<typeof auditEvent>;

/** Events as rows. A name narrows the log to that person; a record leads to where it is. */
export async function EventTable({
  events,
  reader,
  query = {},
  isBrief = false,
}: {
  events: readonly AuditEvent[];
  reader: Reader;
  /** Filters in force, which a name is added to. */
  query?: Query;
  /** Without the request's number. */
  isBrief?: boolean;
}) {
  const t = await getTranslations("adminAudit");
  const person = (key: "actorId" | "patientId", who: AuditEvent["actor"]) =>
    who ? (
      <Link
        href={hrefOf("/audit", { ...query, cursor: undefined, [key]: who.id })}
        className={linkClass("plain")}
      >
        {who.fullName}
      </Link>
    ) : null;
  return (
    <DataTable label={t("title")}>
      <thead>
        <tr>
          <Th>{t("when", { zone: reader.zoneName })}</Th>
          <Th>{t("who")}</Th>
          <Th>{t("did")}</Th>
          <Th>{t("on")}</Th>
          <Th>{t("patient")}</Th>
          <Th>{t("outcome")}</Th>
          {!isBrief && <Th>{t("request")}</Th>}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Td nowrap>{stamp(event.occurredAt, reader.zone, reader.locale, "second")}</Td>
            <Td nowrap>
              {person("actorId", event.actor)}{" "}
              <span className="text-ink-soft">{t(`roles.${roleKey(event.actorRole)}`)}</span>
            </Td>
            <Td nowrap>{isAuditAction(event.action) ? t(`actions.${event.action}`) : event.action}</Td>
            <Td nowrap faint>
              {t(`entities.${entityKey(event.entityType)}`)}{" "}
              {event.entityId && (
                <Link
                  href={recordHref(event.entityType, event.entityId)}
                  title={event.entityId}
                  className={linkClass("plain")}
                >
                  {shortId(event.entityId)}
                </Link>
              )}
            </Td>
            <Td nowrap>{person("patientId", event.patient) ?? t("none")}</Td>
            <Td>
              <Tag tone={event.outcome === "ok" ? "ok" : "bad"}>
                {t(event.outcome === "ok" ? "outcomes.ok" : "outcomes.refused")}
              </Tag>
            </Td>
            {!isBrief && (
              <Td nowrap faint>
                <span title={event.requestId ?? undefined}>
                  {event.requestId ? shortId(event.requestId) : t("none")}
                </span>
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const roleKey = (role: string) => AUDIT_ROLES.find((known) => known === role) ?? "SYSTEM";
const entityKey = (type: string) => ENTITY_TYPES.find((known) => known === type) ?? "other";
