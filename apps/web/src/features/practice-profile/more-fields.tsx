"use client";
import { GENDERS } from "@amrutam/domain/doctor/catalogue";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Select } from "@amrutam/ui/select";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import type { ProfileValues } from "./profile-values";

export function ClinicPhoneField({ error }: { error: string | undefined }) {
  const t = useTranslations("practice");
  const register = useTranslations("portal.register");
  const form = useFormContext<ProfileValues>();
  return (
    <Field
      id="practice-clinicPhone"
      label={t("clinicPhone")}
      note={register("optional")}
      hint={t("clinicPhoneHint")}
      error={error}
    >
      <Input type="tel" autoComplete="tel" {...form.register("clinicPhone")} />
    </Field>
  );
}

export function GenderField({ error }: { error: string | undefined }) {
  const t = useTranslations("practice");
  const name = useTranslations("catalogue.genders");
  const form = useFormContext<ProfileValues>();
  return (
    <Field id="practice-gender" label={t("gender")} hint={t("genderHint")} error={error}>
      <Select {...form.register("gender")}>
        {GENDERS.map((gender) => (
          <option key={gender} value={gender}>
            {name(gender)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
