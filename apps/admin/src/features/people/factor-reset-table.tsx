import type { factorReset } from "@amrutam/domain/admin/schema";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { linkClass } from "@amrutam/ui/link";
import { Tag } from "@amrutam/ui/tag";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type * as z from "zod";
import { hrefOf } from "../listing/query";
import type { Reader } from "../listing/reader";
import { stamp } from "../listing/stamp";
import { DecideFactorReset } from "./decide-factor-reset";

const TONE = { OPEN: "warn", APPROVED: "ok", REJECTED: "bad", EXPIRED: undefined } as const;

type FactorResetTableProps = { resets: readonly z.output<typeof factorReset>[]; reader: Reader };

export async function FactorResetTable({ resets, reader }: FactorResetTableProps) {
  const [t, people] = [await getTranslations("adminPeople.resets"), await getTranslations("adminPeople")];
  const status = await getTranslations("status");
  const { locale, zone } = reader;
  return (
    <DataTable label={t("title")}>
      <thead>
        <tr>
          <Th>{people("person")}</Th>
          <Th>{t("reason")}</Th>
          <Th>{t("askedBy")}</Th>
          <Th>{t("state")}</Th>
          <Th>{t("decidedBy")}</Th>
          <Th>{t("acts")}</Th>
        </tr>
      </thead>
      <tbody>
        {resets.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Link href={hrefOf("/people", { q: row.person.id })} className={linkClass("plain")}>
                {row.person.fullName}
              </Link>
              <span className="block min-w-44 text-xs wrap-anywhere text-ink-soft">
                {[status(`roles.${row.person.role}`), row.person.email].join(" · ")}
              </span>
            </Td>
            <Td>
              <span className="block max-w-[36ch] min-w-44 wrap-anywhere">{row.reason}</span>
            </Td>
            <Td nowrap>
              {row.requestedBy.fullName}
              <span className="block text-xs text-ink-soft">{stamp(row.requestedAt, zone, locale)}</span>
            </Td>
            <Td nowrap>
              <Tag tone={TONE[row.state]}>{t(`states.${row.state}`)}</Tag>
              {row.state === "OPEN" && (
                <span className="block text-xs text-ink-soft">
                  {t("until", { at: stamp(row.expiresAt, zone, locale) })}
                </span>
              )}
            </Td>
            <Td nowrap>
              {row.decidedBy?.fullName ?? "—"}
              {row.decidedAt && (
                <span className="block text-xs text-ink-soft">{stamp(row.decidedAt, zone, locale)}</span>
              )}
            </Td>
            <Td>
              {row.mayDecide ? (
                <DecideFactorReset id={row.id} name={row.person.fullName} />
              ) : (
                row.state === "OPEN" && <span className="text-sm text-ink-soft">{t("own")}</span>
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </DataTable>
  );
}
