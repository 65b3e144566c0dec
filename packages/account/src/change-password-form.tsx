"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { PasswordInput } from "@amrutam/ui/password-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { PasswordClient } from "./account-client";
import { FormRefusal } from "./form-refusal";
import { NewPasswordField } from "./new-password-field";
import { usePasswordRefusal } from "./password-refusal";

const presentIssue = lazily(() => import("./typed-password").then((typed) => typed.presentPasswordIssue));
const newIssue = lazily(() => import("./typed-password").then((typed) => typed.newPasswordIssue));

type ChangePasswordFormProps = {
  client: PasswordClient;
  email: string;
  onDone: () => void;
  onCancel: () => void;
};
type Errors = { current?: string; chosen?: string; form?: unknown };

/** The present password and the new one; what is wrong with either is said beside it. */
export function ChangePasswordForm({ client, email, onDone, onCancel }: ChangePasswordFormProps) {
  const t = useTranslations("passwords.change");
  const account = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const passwordRefusal = usePasswordRefusal();
  const [isPending, setPending] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const current = useRef<HTMLInputElement>(null);
  const chosen = useRef<HTMLInputElement>(null);

  useEffect(() => current.current?.focus(), []);

  function refuse(found: Errors) {
    setErrors(found);
    setPending(false);
    (found.current ? current : found.chosen ? chosen : null)?.current?.focus();
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const [currentPassword, newPassword] = [current, chosen].map((field) => field.current?.value ?? "") as [
      string,
      string,
    ];
    setPending(true);
    setErrors({});
    try {
      const issues = {
        current: issueText(await presentIssue(currentPassword)),
        chosen: issueText(await newIssue(newPassword)),
      };
      if (issues.current || issues.chosen) return refuse(issues);
      await client.user.changePassword.mutate({ currentPassword, newPassword });
      onDone();
    } catch (error) {
      const ofChosen = passwordRefusal(error, newPassword);
      if (ofChosen) refuse({ chosen: ofChosen });
      else if (refusalOf(error)?.code === "auth.current_password_wrong") refuse({ current: say(error) });
      else refuse({ form: error });
    }
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <FormRefusal of={errors.form}>{say(errors.form)}</FormRefusal>
      {/* Tells a password manager whose entry to update. */}
      <input
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        hidden
        tabIndex={-1}
        aria-label={t("username")}
      />
      <Field label={t("current")} error={errors.current} required>
        <PasswordInput
          ref={current}
          autoComplete="current-password"
          showLabel={account("showPassword")}
          hideLabel={account("hidePassword")}
        />
      </Field>
      <NewPasswordField client={client} label={t("new")} error={errors.chosen} inputProps={{ ref: chosen }} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={isPending} pendingLabel={t("pending")}>
          {t("act")}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
