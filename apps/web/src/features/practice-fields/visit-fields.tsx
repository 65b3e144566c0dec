"use client";
import { LANGUAGES, MODES } from "@amrutam/domain/doctor/catalogue";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { CheckChips } from "../portal-shell/check-chips";
import type { PracticePart, PracticeValues } from "./practice-values";

/** In which languages and ways a doctor sees patients. */
export function VisitChips({ prefix, errorOf }: PracticePart) {
  const t = useTranslations("portal.register");
  const name = useTranslations("catalogue");
  const { register } = useFormContext<PracticeValues>();
  const lists = [
    ["languages", LANGUAGES.map((value) => ({ value, label: name(`languages.${value}`) }))],
    ["modes", MODES.map((value) => ({ value, label: name(`modes.${value}`) }))],
  ] as const;
  return lists.map(([field, options]) => (
    <div key={field} className="sm:col-span-2">
      <CheckChips
        id={`${prefix}-${field}`}
        error={errorOf(field)}
        legend={t(field)}
        options={options}
        inputProps={register(field)}
      />
    </div>
  ));
}

type NumberFieldProps = PracticePart & {
  field: "feeRupees" | "practisingSince";
  min: number;
  max?: number;
  hint?: string;
};

/** A fee in whole rupees, or a year. */
export function NumberField({ prefix, errorOf, field, min, max, hint }: NumberFieldProps) {
  const t = useTranslations("portal.register");
  const { register } = useFormContext<PracticeValues>();
  return (
    <Field
      id={`${prefix}-${field}`}
      label={t(field === "feeRupees" ? "fee" : field)}
      error={errorOf(field)}
      hint={hint}
      required
    >
      <Input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        {...register(field, { valueAsNumber: true })}
      />
    </Field>
  );
}
