"use client";
import { SPECIALIZATION_CODES } from "@amrutam/domain/doctor/catalogue";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Select } from "@amrutam/ui/select";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { councilsFor, type PracticePart, type PracticeValues } from "./practice-values";

/** What stands in a council's register: practice, qualification, council and number. */
export function RegisterFields({ prefix, errorOf }: PracticePart) {
  const t = useTranslations("portal.register");
  const name = useTranslations("catalogue");
  const { control, register, setValue, getValues } = useFormContext<PracticeValues>();
  const councils = councilsFor(useWatch({ control, name: "specialization" }));
  const of = (field: "specialization" | "qualification" | "council" | "registrationNumber") => ({
    id: `${prefix}-${field}`,
    label: t(field),
    error: errorOf(field),
    required: true,
  });
  return (
    <>
      <Field {...of("specialization")}>
        <Select
          {...register("specialization", {
            onChange: () => {
              const council = getValues("council");
              if (council && !councilsFor(getValues("specialization")).includes(council))
                setValue("council", "" as typeof council, { shouldDirty: true });
            },
          })}
        >
          <option value="">{t("choose")}</option>
          {SPECIALIZATION_CODES.map((code) => (
            <option key={code} value={code}>
              {name(`specializations.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field {...of("qualification")} hint={t("qualificationHint")}>
        <Input {...register("qualification")} />
      </Field>
      <Field {...of("council")} hint={councils.length === 0 ? t("councilFirst") : undefined}>
        <Select {...register("council")}>
          <option value="">{t("choose")}</option>
          {councils.map((code) => (
            <option key={code} value={code}>
              {name(`councils.${code}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field {...of("registrationNumber")}>
        <Input autoCapitalize="characters" autoComplete="off" {...register("registrationNumber")} />
      </Field>
    </>
  );
}
