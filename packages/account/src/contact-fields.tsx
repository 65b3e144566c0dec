"use client";
import { Card, CardHeader } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import type { ProfilePart } from "./profile-form";

/** Somebody else's particulars: the browser must not fill in one's own. */
export function ContactFields({ form, errorOf }: ProfilePart) {
  const t = useTranslations("profile");
  const { register } = form;
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <CardHeader title={t("emergency")} level={2} />
        <p className="text-sm text-ink-soft">{t("emergencyLead")}</p>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <Field
          id="profile-emergencyContact.fullName"
          label={t("contactName")}
          error={errorOf("emergencyContact.fullName")}
        >
          <Input autoComplete="off" {...register("emergencyContact.fullName")} />
        </Field>
        <Field
          id="profile-emergencyContact.phone"
          label={t("contactPhone")}
          error={errorOf("emergencyContact.phone")}
        >
          <Input type="tel" autoComplete="off" {...register("emergencyContact.phone")} />
        </Field>
        <Field
          id="profile-emergencyContact.relation"
          label={t("contactRelation")}
          note={t("optional")}
          hint={t("contactRelationHint")}
          error={errorOf("emergencyContact.relation")}
        >
          <Input autoComplete="off" {...register("emergencyContact.relation")} />
        </Field>
      </div>
    </Card>
  );
}
