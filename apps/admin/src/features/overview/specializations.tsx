import type { topSpecializationsOutput } from "@amrutam/domain/analytics/schema";
import { format } from "@amrutam/domain/money/money";

import { Card, CardHeader } from "@amrutam/ui/card";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { getLocale, getTranslations } from "next-intl/server";
import type * as z from "zod";
import { isSpecialization } from "../listing/specialization";
import { count } from "./figures";

type Rows = z.output<typeof topSpecializationsOutput>["items"];

/** What people come for: visits and revenue by specialization. */
export async function Specializations({ rows }: { rows: Rows }) {
  const [t, names, locale] = [
    await getTranslations("adminOverview"),
    await getTranslations("catalogue.specializations"),
    await getLocale(),
  ];
  return (
    <Card padding="none">
      <CardHeader level={2} inset title={t("specializations")} />
      {rows.length === 0 ? (
        <p className="px-4.5 pb-4.5 text-sm text-ink-soft">{t("noVisits")}</p>
      ) : (
        <DataTable label={t("specializations")}>
          <thead>
            <tr>
              <Th>{t("specialization")}</Th>
              <Th numeric>{t("consultations")}</Th>
              <Th numeric>{t("revenue")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ specialization, consultations, revenue }) => (
              <Tr key={specialization}>
                <Td>{isSpecialization(specialization) ? names(specialization) : specialization}</Td>
                <Td numeric>{count(consultations, locale)}</Td>
                <Td numeric>{format(revenue, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Card>
  );
}
