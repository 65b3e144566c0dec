"use client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { IconButton } from "@amrutam/ui/icon-button";
import { Input } from "@amrutam/ui/input";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { HolidaySuggestions } from "./holiday-suggestions";
import { type HoursValues, newException } from "./hours-values";
import { SpanFields } from "./span-fields";
import { useHoursError } from "./use-hours-error";

const ADD = "add-exception";

/** Single days that differ: off, or with other hours. */
export function DatedExceptions({ modes }: { modes: readonly Mode[] }) {
  const t = useTranslations("hours");
  const { control, register } = useFormContext<HoursValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "exceptions" });
  const errorOf = useHoursError();
  return (
    <div className="flex flex-col gap-4">
      {fields.length === 0 && <p className="text-ink-faint">{t("noExceptions")}</p>}
      {fields.map((field, index) => (
        <fieldset
          key={field.id}
          className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-3 border-t border-line pt-4"
        >
          <legend className="sr-only">{t(field.kind === "OFF" ? "off" : "other")}</legend>
          <p aria-hidden className="w-full font-semibold md:w-28 md:pt-8">
            {t(field.kind === "OFF" ? "off" : "other")}
          </p>
          <div className="w-full sm:w-44">
            <Field label={t("date")} error={errorOf(`exceptions.${index}.date`)}>
              <Input type="date" {...register(`exceptions.${index}.date`)} />
            </Field>
          </div>
          {field.kind === "OTHER_HOURS" && <SpanFields name={`exceptions.${index}`} modes={modes} />}
          <div className="min-w-48 flex-1">
            <Field label={t("reason")} note={t("optional")} error={errorOf(`exceptions.${index}.reason`)}>
              <Input {...register(`exceptions.${index}.reason`)} />
            </Field>
          </div>
          <div className="md:pt-6">
            <IconButton
              label={t("removeException")}
              icon={<Trash2 aria-hidden size={20} strokeWidth={1.75} />}
              onClick={() => {
                remove(index);
                // The removed day takes its button along.
                document.getElementById(ADD)?.focus();
              }}
            />
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button id={ADD} variant="quiet" size="small" onClick={() => append(newException("OFF", []))}>
          <Plus aria-hidden size={18} strokeWidth={1.75} />
          {t("addOff")}
        </Button>
        <Button variant="quiet" size="small" onClick={() => append(newException("OTHER_HOURS", modes))}>
          <Plus aria-hidden size={18} strokeWidth={1.75} />
          {t("addOther")}
        </Button>
      </div>
      <HolidaySuggestions
        taken={fields.map(({ date }) => date)}
        onAdd={(date, reason) => append({ ...newException("OFF", []), date, reason })}
      />
    </div>
  );
}
