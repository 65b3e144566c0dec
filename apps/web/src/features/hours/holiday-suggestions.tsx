"use client";
import { HOLIDAY_REGIONS } from "@amrutam/domain/availability/holidays/regions";
import { upcomingHolidays } from "@amrutam/domain/availability/holidays/upcoming-holidays";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Select } from "@amrutam/ui/select";
import { Plus } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import type { HoursValues } from "./hours-values";

type HolidaySuggestionsProps = {
  /** Dates that differ already. */
  taken: readonly string[];
  onAdd: (date: string, reason: string) => void;
};

const YEAR_MS = 365 * 86_400_000;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Public holidays of a region the doctor chose, each a day off at a press; none becomes one by itself. */
export function HolidaySuggestions({ taken, onAdd }: HolidaySuggestionsProps) {
  const t = useTranslations("hours.holidays");
  const format = useFormatter();
  const nowMs = useNow().getTime();
  const { control, register } = useFormContext<HoursValues>();
  const region = useWatch({ control, name: "holidayRegion" });
  const left = region
    ? upcomingHolidays(region, dateOf(nowMs), dateOf(nowMs + YEAR_MS)).filter(
        ({ date }) => !taken.includes(date),
      )
    : [];
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), {
      timeZone: "UTC",
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
    });
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <div className="sm:w-72">
        <Field label={t("region")} hint={t("regionHint")}>
          <Select {...register("holidayRegion")}>
            <option value="">{t("none")}</option>
            {HOLIDAY_REGIONS.map((code) => (
              <option key={code} value={code}>
                {t(`regions.${code}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {left.length > 0 && (
        <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {left.map(({ date, name, expected }) => (
            <li key={date} className="flex items-center justify-between gap-3 rounded-md bg-sunken p-3">
              <span className="min-w-0">
                <span className="block font-semibold">{t(`names.${name}`)}</span>
                <span className="block text-sm text-ink-soft">
                  {expected ? t("expected", { date: day(date) }) : day(date)}
                </span>
              </span>
              <Button
                variant="quiet"
                size="small"
                aria-label={t("addNamed", { name: t(`names.${name}`), date: day(date) })}
                onClick={() => onAdd(date, t(`names.${name}`))}
              >
                <Plus aria-hidden size={18} strokeWidth={1.75} />
                {t("add")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {region && left.length > 1 && (
        <div>
          <Button
            variant="quiet"
            size="small"
            onClick={() => {
              for (const { date, name } of left) onAdd(date, t(`names.${name}`));
            }}
          >
            {t("addAll", { count: left.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
