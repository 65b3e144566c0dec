"use client";
import { useIssueText } from "@amrutam/client/issue-text";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { Field } from "@amrutam/ui/field";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { Textarea } from "@amrutam/ui/textarea";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { Typed } from "./booking-form";

const REASON_MAX = 2000;

export function ReasonFields({ form, modes }: { form: UseFormReturn<Typed>; modes: readonly Mode[] }) {
  const t = useTranslations("booking");
  const name = useTranslations("catalogue.modes");
  const issueText = useIssueText();
  const { errors } = form.formState;
  return (
    <>
      <Field label={t("reason")} hint={t("reasonHint")} error={issueText(errors.reason)} required>
        <Textarea
          counter={(length) => t("counter", { length, max: REASON_MAX })}
          value={form.watch("reason")}
          {...form.register("reason")}
        />
      </Field>
      <RadioChips
        legend={t("mode")}
        name="mode"
        defaultValue={form.getValues("mode")}
        error={issueText(errors.mode)}
        inputProps={form.register("mode")}
        options={modes.map((mode) => ({ value: mode, label: name(mode) }))}
      />
    </>
  );
}
