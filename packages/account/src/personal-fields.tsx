"use client";
import { GENDERS } from "@amrutam/domain/doctor/catalogue";
import { Card, CardHeader } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Select } from "@amrutam/ui/select";
import { Textarea } from "@amrutam/ui/textarea";
import { useTranslations } from "next-intl";
import type { ProfilePart } from "./profile-form";

type PersonalFieldsProps = ProfilePart & { isPatient: boolean; isNameFixed: boolean };

/** Who one is and how one is reached; what only care needs is asked of patients alone. */
export function PersonalFields({ form, errorOf, isPatient, isNameFixed }: PersonalFieldsProps) {
  const t = useTranslations("profile");
  const { register } = form;
  return (
    <Card className="flex flex-col gap-4">
      <CardHeader title={t("about")} level={2} />
      <Field
        id="profile-fullName"
        label={t("name")}
        error={errorOf("fullName")}
        hint={isNameFixed ? t("nameFixed") : undefined}
        required
      >
        <Input autoComplete="name" readOnly={isNameFixed} {...register("fullName")} />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          id="profile-phone"
          label={t("phone")}
          note={t("optional")}
          error={errorOf("phone")}
          hint={t("phoneHint")}
        >
          <Input type="tel" autoComplete="tel" {...register("phone")} />
        </Field>
        {isPatient && (
          <>
            <Field
              id="profile-dateOfBirth"
              label={t("dateOfBirth")}
              note={t("optional")}
              error={errorOf("dateOfBirth")}
              hint={t("dateOfBirthHint")}
            >
              <Input type="date" autoComplete="bday" {...register("dateOfBirth")} />
            </Field>
            <Field id="profile-gender" label={t("gender")} error={errorOf("gender")}>
              <Select autoComplete="sex" {...register("gender")}>
                {GENDERS.map((gender) => (
                  <option key={gender} value={gender}>
                    {t(`genders.${gender}`)}
                  </option>
                ))}
              </Select>
            </Field>
          </>
        )}
      </div>
      {isPatient && (
        <Field
          id="profile-address"
          label={t("address")}
          note={t("optional")}
          error={errorOf("address")}
          hint={t("addressHint")}
        >
          <Textarea rows={3} autoComplete="street-address" {...register("address")} />
        </Field>
      )}
    </Card>
  );
}
