"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { ZoneSelect } from "@amrutam/account/zone-select";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Field } from "@amrutam/ui/field";
import { FormErrorSummary } from "@amrutam/ui/form-error-summary";
import { Input } from "@amrutam/ui/input";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type DefaultValues, FormProvider, useForm } from "react-hook-form";
import { AboutFields } from "../practice-fields/about-fields";
import { RegisterFields } from "../practice-fields/register-fields";
import { NumberField, VisitChips } from "../practice-fields/visit-fields";
import {
  type RegistrationInput,
  type RegistrationValues,
  registrationSchema,
  toRegistration,
} from "./registration-values";

const FIELDS = [
  ["specialization", "specialization"],
  ["qualification", "qualification"],
  ["council", "council"],
  ["registrationNumber", "registrationNumber"],
  ["practisingSince", "practisingSince"],
  ["languages", "languages"],
  ["modes", "modes"],
  ["feeRupees", "fee"],
  ["visitLengthMin", "visitLength"],
  ["timezone", "zone"],
  ["bio", "bio"],
  ["clinicName", "clinicName"],
  ["clinicAddress", "clinicAddress"],
] as const;
type FieldName = (typeof FIELDS)[number][0];

/** Makes the account's owner a doctor who awaits approval. @param zone the browser's, to begin with @param year the current one */
export function RegistrationForm({ zone, year }: { zone: string; year: number }) {
  const t = useTranslations("portal.register");
  const portal = useTranslations("portal");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const keyOf = useActKey();
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm<RegistrationValues, unknown, RegistrationInput>({
    resolver: zodResolver(registrationSchema(year)),
    shouldFocusError: false,
    // An empty choice isn't one of the schema's, which is what its error says.
    defaultValues: {
      specialization: "",
      council: "",
      qualification: "",
      registrationNumber: "",
      languages: [],
      modes: ["VIDEO"],
      bio: "",
      clinicName: "",
      clinicAddress: "",
      timezone: zone,
      visitLengthMin: 20,
    } as unknown as DefaultValues<RegistrationValues>,
  });
  const { register, formState } = form;
  const { errors, isSubmitting, submitCount } = formState;

  const errorOf = (field: FieldName): string | undefined => {
    const error = errors[field];
    if (error?.type === "refused") return error.message;
    if (error?.message === "year_ahead") return t("yearAhead");
    if (error?.message === "council_mismatch") return t("councilMismatch");
    if (error && (field === "languages" || field === "modes")) return portal("chooseOne");
    return issueText(error);
  };
  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    const input = toRegistration(values);
    try {
      await webClient.doctor.register.mutate({ ...input, idempotencyKey: keyOf(input) });
      // The session knows more now: everything of the portal is asked for anew.
      window.location.assign("/doctor/hours");
    } catch (error) {
      if (refusalOf(error)?.code === "doctor.registration_taken")
        form.setError("registrationNumber", { type: "refused", message: say(error) }, { shouldFocus: true });
      else setRefusal(error);
    }
  });
  const summary = FIELDS.flatMap(([field, label]) =>
    errors[field] ? [{ fieldId: `register-${field}`, message: `${t(label)}: ${errorOf(field)}` }] : [],
  );
  const of = (field: FieldName) => ({ id: `register-${field}`, error: errorOf(field) });
  const part = { prefix: "register", errorOf };
  return (
    <FormProvider {...form}>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-6">
        <FormErrorSummary title={t("checkThese")} errors={summary} focusOn={submitCount} />
        <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
        <Card className="grid gap-4 sm:grid-cols-2">
          <h2 className="text-xl sm:col-span-2">{t("practice")}</h2>
          <RegisterFields {...part} />
          <NumberField {...part} field="practisingSince" min={1950} max={year} />
        </Card>
        <Card className="grid gap-4 sm:grid-cols-2">
          <h2 className="text-xl sm:col-span-2">{t("visits")}</h2>
          <VisitChips {...part} />
          <NumberField {...part} field="feeRupees" min={0} />
          <Field {...of("visitLengthMin")} label={t("visitLength")} required>
            <Input
              type="number"
              inputMode="numeric"
              min={5}
              max={240}
              step={5}
              {...register("visitLengthMin", { valueAsNumber: true })}
            />
          </Field>
          <Field {...of("timezone")} label={t("zone")} hint={t("zoneHint")} required>
            <ZoneSelect kept={zone} {...register("timezone")} />
          </Field>
        </Card>
        <Card className="flex flex-col gap-4">
          <h2 className="text-xl">{t("about")}</h2>
          <AboutFields {...part} />
        </Card>
        <div>
          <Button type="submit" pending={isSubmitting} pendingLabel={t("pending")}>
            {t("act")}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
