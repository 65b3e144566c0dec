"use client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { CheckChips } from "../portal-shell/check-chips";
import type { HoursValues } from "./hours-values";
import { useHoursError } from "./use-hours-error";

type SpanFieldsProps = {
  /** Of the form: one window or one exception. */
  name: `windows.${number}` | `exceptions.${number}`;
  modes: readonly Mode[];
};

/** From, to, for how many at a time, and how one may meet in between. */
export function SpanFields({ name, modes }: SpanFieldsProps) {
  const t = useTranslations("hours");
  const label = useTranslations("catalogue.modes");
  const { register } = useFormContext<HoursValues>();
  const errorOf = useHoursError();
  return (
    <>
      <div className="grid grid-cols-2 gap-3 sm:w-64">
        <Field label={t("from")} error={errorOf(`${name}.from`)}>
          <Input type="time" step={300} {...register(`${name}.from`)} />
        </Field>
        <Field label={t("to")} error={errorOf(`${name}.to`)}>
          <Input type="time" step={300} {...register(`${name}.to`)} />
        </Field>
      </div>
      <div className="w-16">
        <Field label={t("seats")} error={errorOf(`${name}.capacity`)}>
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={50}
            {...register(`${name}.capacity`, { valueAsNumber: true })}
          />
        </Field>
      </div>
      <CheckChips
        legend={t("modes")}
        options={modes.map((value) => ({ value, label: label(value) }))}
        inputProps={register(`${name}.modes`)}
        error={errorOf(`${name}.modes`)}
      />
    </>
  );
}
