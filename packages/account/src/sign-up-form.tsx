"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import type { bookingDraft } from "@amrutam/domain/auth/schema";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { FormErrorSummary } from "@amrutam/ui/form-error-summary";
import { Input } from "@amrutam/ui/input";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import type { SignUpClient } from "./account-client";
import { FormRefusal } from "./form-refusal";
import { NewPasswordField } from "./new-password-field";
import { usePasswordRefusal } from "./password-refusal";
import { phoneOf } from "./typed-phone";

const resolver = lazily(() => import("./typed-sign-up").then((typed) => typed.signUpResolver));
const FIELDS = ["fullName", "email", "phone", "password"] as const;

type SignUpFormProps = {
  client: SignUpClient;
  /** Chosen and typed before; travels with the account and waits behind the mail's link. */
  draft?: z.infer<typeof bookingDraft>;
  /** Somebody who books is a patient: nothing to choose. */
  onlyRole?: "PATIENT" | "DOCTOR";
  onSent: (email: string) => void;
};

export function SignUpForm({ client, draft, onlyRole, onSent }: SignUpFormProps) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const passwordRefusal = usePasswordRefusal();
  const [refusal, setRefusal] = useState<unknown>(null);
  const form = useForm({
    resolver,
    shouldFocusError: false,
    defaultValues: {
      email: "",
      password: "",
      fullName: "",
      role: onlyRole ?? ("PATIENT" as const),
      phone: undefined,
    },
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const errorOf = (name: (typeof FIELDS)[number]) =>
    errors[name]?.type === "refused" ? errors[name]?.message : issueText(errors[name]);

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      await client.auth.signup.mutate({ ...values, timezone: timeZone, ...(draft ? { draft } : {}) });
      onSent(values.email);
    } catch (error) {
      // What is wrong with the password is said beside it.
      const ofPassword = passwordRefusal(error, values.password);
      if (ofPassword)
        form.setError("password", { type: "refused", message: ofPassword }, { shouldFocus: true });
      else setRefusal(error);
    }
  });
  const summary = FIELDS.flatMap((name) =>
    errors[name] ? [{ fieldId: `sign-up-${name}`, message: `${t(name)}: ${errorOf(name)}` }] : [],
  );
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormErrorSummary title={t("checkThese")} errors={summary} focusOn={submitCount} />
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      {!onlyRole && (
        <RadioChips
          legend={t("signUp.iAm")}
          name="role"
          defaultValue="PATIENT"
          inputProps={form.register("role")}
          options={[
            { value: "PATIENT", label: t("signUp.patient") },
            { value: "DOCTOR", label: t("signUp.doctor") },
          ]}
        />
      )}
      <Field id="sign-up-fullName" label={t("fullName")} error={errorOf("fullName")} required>
        <Input autoComplete="name" {...form.register("fullName")} />
      </Field>
      <Field
        id="sign-up-email"
        label={t("email")}
        error={errorOf("email")}
        hint={t("signUp.emailHint")}
        required
      >
        <Input type="email" autoComplete="username" autoCapitalize="none" {...form.register("email")} />
      </Field>
      <Field
        id="sign-up-phone"
        label={t("phone")}
        note={t("optional")}
        error={errorOf("phone")}
        hint={t("signUp.phoneHint")}
      >
        <Input type="tel" autoComplete="tel" {...form.register("phone", { setValueAs: phoneOf })} />
      </Field>
      <NewPasswordField
        id="sign-up-password"
        client={client}
        label={t("password")}
        error={errorOf("password")}
        words={() => form.getValues(["fullName", "email"])}
        inputProps={form.register("password")}
      />
      <Button type="submit" block pending={isSubmitting} pendingLabel={t("signUp.pending")}>
        {t("signUp.act")}
      </Button>
    </form>
  );
}
