"use client";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Textarea } from "@amrutam/ui/textarea";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { PracticePart, PracticeValues } from "./practice-values";

/** What patients read about a doctor and the clinic. */
export function AboutFields({ prefix, errorOf }: PracticePart) {
  const t = useTranslations("portal.register");
  const { register } = useFormContext<PracticeValues>();
  const of = (field: "bio" | "clinicName" | "clinicAddress") => ({
    id: `${prefix}-${field}`,
    label: t(field),
    error: errorOf(field),
    note: t("optional"),
  });
  return (
    <>
      <Field {...of("bio")}>
        <Textarea {...register("bio")} />
      </Field>
      <Field {...of("clinicName")} hint={t("clinicHint")}>
        <Input autoComplete="organization" {...register("clinicName")} />
      </Field>
      <Field {...of("clinicAddress")} hint={t("clinicHint")}>
        <Textarea rows={3} autoComplete="street-address" {...register("clinicAddress")} />
      </Field>
    </>
  );
}
