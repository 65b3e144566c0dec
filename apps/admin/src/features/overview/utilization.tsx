import type { doctorUtilizationOutput } from "@amrutam/domain/analytics/schema";
import { Card, CardHeader } from "@amrutam/ui/card";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { linkClass } from "@amrutam/ui/link";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type * as z from "zod";
import { hrefOf } from "../listing/query";
import { count, percent, rateOf } from "./figures";

type Rows = z.output<typeof doctorUtilizationOutput>["items"];
const SHOWN = 11;

const sum = (rows: Rows, key: "offeredMin" | "bookedMin") => rows.reduce((total, row) => total + row[key], 0);

/** The busiest doctors by booked against offered time, and the figure over all of them. */
export async function Utilization({ rows }: { rows: Rows }) {
  const [t, locale] = [await getTranslations("adminOverview"), await getLocale()];
  const overall = rateOf(sum(rows, "bookedMin"), sum(rows, "offeredMin"));
  const hours = (minutes: number) => t("hours", { hours: Math.round(minutes / 6) / 10 });
  return (
    <Card padding="none">
      <CardHeader
        level={2}
        inset
        title={t("utilization")}
        action={
          <span className="text-sm text-ink-soft">
            {t("overall", { rate: percent(overall, locale), count: rows.length })}
          </span>
        }
      />
      {rows.length === 0 ? (
        <p className="px-4.5 pb-4.5 text-sm text-ink-soft">{t("nothingOffered")}</p>
      ) : (
        <DataTable label={t("utilization")}>
          <thead>
            <tr>
              <Th>{t("doctor")}</Th>
              <Th numeric>{t("bookedTime")}</Th>
              <Th numeric>{t("offeredTime")}</Th>
              <Th numeric>{t("share")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row) => (
              <Tr key={row.doctorId}>
                <Td>
                  <Link href={hrefOf("/doctors", { q: row.doctorId })} className={linkClass("plain")}>
                    {row.fullName}
                  </Link>
                </Td>
                <Td numeric>{hours(row.bookedMin)}</Td>
                <Td numeric>{hours(row.offeredMin)}</Td>
                <Td numeric>{percent(row.utilization, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {rows.length > SHOWN && (
        <p className="border-t border-line px-4.5 py-2.5 text-sm text-ink-soft">
          {t("busiest", { shown: SHOWN, count: count(rows.length, locale) })}
        </p>
      )}
    </Card>
  );
}
