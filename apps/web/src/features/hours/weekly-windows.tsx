"use client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { IconButton } from "@amrutam/ui/icon-button";
import { Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { type HoursValues, newWindow } from "./hours-values";
import { SpanFields } from "./span-fields";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 1 January 2024 was a Monday. */
const weekdayName = (weekday: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, weekday));

/** The hours of every weekday, any number of them a day. */
export function WeeklyWindows({ modes }: { modes: readonly Mode[] }) {
  const t = useTranslations("hours");
  const locale = useLocale();
  const { control } = useFormContext<HoursValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "windows" });
  return (
    <ul className="flex flex-col">
      {WEEKDAYS.map((weekday) => {
        const day = weekdayName(weekday, locale);
        const own = fields.flatMap((field, index) => (field.weekday === weekday ? [{ field, index }] : []));
        return (
          <li
            key={weekday}
            className="grid gap-x-6 gap-y-3 border-t border-line py-4 md:grid-cols-[9rem_minmax(0,1fr)_auto]"
          >
            <h3 className="pt-1 font-semibold md:pt-2">{day}</h3>
            <div className="flex min-w-0 flex-col gap-4">
              {own.length === 0 && <p className="text-ink-faint md:pt-2">{t("noWindows")}</p>}
              {own.map(({ field, index }) => (
                <fieldset
                  key={field.id}
                  className="flex min-w-0 flex-wrap items-start gap-x-4 gap-y-3 max-md:rounded-md max-md:border max-md:border-line max-md:p-3"
                >
                  <legend className="sr-only">{day}</legend>
                  <SpanFields name={`windows.${index}`} modes={modes} />
                  <div className="md:pt-6">
                    <IconButton
                      label={t("removeWindow", { day })}
                      icon={<Trash2 aria-hidden size={20} strokeWidth={1.75} />}
                      onClick={() => {
                        remove(index);
                        // The removed row takes its button along; the day's other one stays.
                        document.getElementById(`add-window-${weekday}`)?.focus();
                      }}
                    />
                  </div>
                </fieldset>
              ))}
            </div>
            <div>
              <Button
                variant="quiet"
                size="small"
                id={`add-window-${weekday}`}
                aria-label={t("addWindowFor", { day })}
                onClick={() => append(newWindow(weekday, modes))}
              >
                <Plus aria-hidden size={18} strokeWidth={1.75} />
                {t("addWindow")}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
