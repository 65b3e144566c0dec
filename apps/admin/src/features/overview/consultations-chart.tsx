"use client";
import { BarChart } from "@amrutam/ui/bar-chart";
import { Button } from "@amrutam/ui/button";
import { Card, CardHeader } from "@amrutam/ui/card";
import { DataTable, Td, Th, Tr } from "@amrutam/ui/data-table";
import { useTranslations } from "next-intl";
import { useState } from "react";

export type Day = {
  date: string;
  /** As written: short under a bar, long in the table. */
  label: string;
  longLabel: string;
  booked: number;
  completed: number;
  isPartial: boolean;
};

const whole = (value: number) => (Number.isInteger(value) ? String(value) : "");

/** Visits a day as bars, or as the table behind them. */
export function ConsultationsChart({ days, summary }: { days: readonly Day[]; summary: string }) {
  const t = useTranslations("adminOverview");
  const [isTable, setTable] = useState(false);
  return (
    <Card padding="none">
      <CardHeader
        level={2}
        inset
        title={t("perDay")}
        action={
          <Button variant="ghost" size="small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t(isTable ? "showChart" : "showTable")}
          </Button>
        }
      />
      {isTable ? (
        <div className="max-h-72 overflow-y-auto">
          <DataTable label={t("perDay")}>
            <thead>
              <tr>
                <Th>{t("day")}</Th>
                <Th numeric>{t("booked")}</Th>
                <Th numeric>{t("completed")}</Th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <Tr key={day.date}>
                  <Td nowrap>{day.longLabel}</Td>
                  <Td numeric>{day.booked}</Td>
                  <Td numeric>{day.completed}</Td>
                </Tr>
              ))}
            </tbody>
          </DataTable>
        </div>
      ) : (
        <div className="px-4.5 pb-4.5">
          <BarChart
            label={summary}
            formatValue={whole}
            bars={days.map((day) => ({ label: day.label, value: day.booked, isPartial: day.isPartial }))}
          />
          <p className="mt-3 text-xs text-ink-soft">{t("chartNote")}</p>
        </div>
      )}
    </Card>
  );
}
