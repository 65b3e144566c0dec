"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import { PasswordInput } from "@amrutam/ui/password-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { SignInClient } from "./account-client";
import { FormRefusal } from "./form-refusal";
import type { Challenge } from "./sign-in";

const resolver = lazily(() => import("./typed-sign-in").then((typed) => typed.signInResolver));

type PasswordStepProps = {
  client: SignInClient;
  email?: string;
  onTicket: (ticket: string) => Promise<void>;
  onChallenge: (challenge: Challenge) => void;
};

export function PasswordStep({ client, email, onTicket, onChallenge }: PasswordStepProps) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isEntering, setEntering] = useState(false);
  const form = useForm({ resolver, defaultValues: { email: email ?? "", password: "" } });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setRefusal(null);
    try {
      const answer = await client.auth.login.mutate({ ...values, delivery: "ticket" });
      if ("mfaRequired" in answer) return onChallenge(answer);
      if (!("ticket" in answer)) throw new Error("asked for a ticket, got tokens");
      await onTicket(answer.ticket);
      setEntering(true);
    } catch (error) {
      form.resetField("password");
      setRefusal(error);
    }
  });
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      <Field label={t("email")} error={issueText(errors.email)} required>
        <Input
          type="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          {...form.register("email")}
        />
      </Field>
      <Field label={t("password")} error={issueText(errors.password)} required>
        <PasswordInput
          autoComplete="current-password"
          showLabel={t("showPassword")}
          hideLabel={t("hidePassword")}
          {...form.register("password")}
        />
      </Field>
      <a href="/forgot-password" className={`${linkClass("alone")} -mt-2 self-start text-sm`}>
        {t("signIn.forgot")}
      </a>
      <Button
        type="submit"
        variant="primary"
        block
        pending={isSubmitting || isEntering}
        pendingLabel={t("signIn.pending")}
      >
        {t("signIn.act")}
      </Button>
    </form>
  );
}
