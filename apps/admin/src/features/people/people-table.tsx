import type { person } from "@amrutam/domain/admin/schema";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { linkClass } from "@amrutam/ui/link";
import { Tag } from "@amrutam/ui/tag";
import { VisuallyHidden } from "@amrutam/ui/visually-hidden";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import { PersonActs } from "./person-acts";

export type Person = z.output<typeof person>;
/** Who looks at the list: support reads it, admins act, and nobody on themselves. */
export type Viewer = { userId: string; isAdmin: boolean };

const recordsOf = (row: Person) =>
  row.role === "DOCTOR"
    ? hrefOf("/doctors", { q: row.id })
    : row.role === "PATIENT"
      ? hrefOf("/bookings", { patientId: row.id })
      : null;

/** Only the two sides of a visit are told of it. */
const hasMessages = ({ role }: Person) => role === "PATIENT" || role === "DOCTOR";

/** Accounts as rows. A name leads to what belongs to it. */
export async function PeopleTable({
  people,
  reader,
  viewer,
}: {
  people: readonly Person[];
  reader: Reader;
  viewer: Viewer;
}) {
  const [t, status] = [await getTranslations("adminPeople"), await getTranslations("status")];
  const { locale, zone } = reader;
  return (
    <DataTable label={t("title")}>
      <thead>
        <tr>
          <Th>{t("person")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("secondFactor")}</Th>
          <Th>{t("joined")}</Th>
          <Th>{t("lastSeen", { zone: reader.zoneName })}</Th>
          <Th>{t("messages")}</Th>
          {viewer.isAdmin && <Th>{t("events")}</Th>}
          {viewer.isAdmin && (
            <Th>
              <VisuallyHidden>{t("acts")}</VisuallyHidden>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((row) => {
          const records = recordsOf(row);
          return (
            <Tr key={row.id}>
              <Td nowrap>
                {records ? (
                  <Link href={records} className={linkClass("plain")}>
                    {row.fullName}
                  </Link>
                ) : (
                  <span className="font-medium">{row.fullName}</span>
                )}
                <span className="block text-xs text-ink-soft">{row.email}</span>
              </Td>
              <Td nowrap>{status(`roles.${row.role}`)}</Td>
              <Td nowrap>
                <Tag tone={row.status === "ACTIVE" ? "ok" : "bad"}>{status(`account.${row.status}`)}</Tag>{" "}
                {!row.emailVerified && <Tag tone="warn">{t("unverified")}</Tag>}
              </Td>
              <Td nowrap>{t(row.secondFactor ? "yes" : "no")}</Td>
              <Td nowrap>{stamp(row.createdAt, zone, locale, "day")}</Td>
              <Td nowrap>{row.lastSeenAt ? stamp(row.lastSeenAt, zone, locale) : t("never")}</Td>
              <Td nowrap>
                {hasMessages(row) && (
                  <Link
                    href={hrefOf("/deliveries", { userId: row.id })}
                    aria-label={t("messagesTo", { name: row.fullName })}
                    className={linkClass("alone")}
                  >
                    {t("show")}
                  </Link>
                )}
              </Td>
              {viewer.isAdmin && (
                <Td nowrap>
                  <Link
                    href={hrefOf("/audit", { actorId: row.id })}
                    aria-label={t("eventsBy", { name: row.fullName })}
                    className={linkClass("alone")}
                  >
                    {t("show")}
                  </Link>
                </Td>
              )}
              {viewer.isAdmin && <Td>{row.id === viewer.userId ? t("you") : <PersonActs person={row} />}</Td>}
            </Tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
