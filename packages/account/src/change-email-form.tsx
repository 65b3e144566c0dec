"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { EmailClient } from "./account-client";
import { FormRefusal } from "./form-refusal";
import { useStepUp } from "./step-up-dialog";

const issueOf = lazily(() => import("./typed-password").then((typed) => typed.emailIssue));

type ChangeEmailFormProps = { client: EmailClient; onSent: (email: string) => void; onCancel: () => void };

/** Another address to sign in with. Asks for a fresh proof where the session's is no longer fresh. */
export function ChangeEmailForm({ client, onSent, onCancel }: ChangeEmailFormProps) {
  const t = useTranslations("passwords.email");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const guarded = useStepUp();
  const [isPending, setPending] = useState(false);
  const [fieldError, setFieldError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  function refuseField(message: string) {
    setFieldError(message);
    field.current?.focus();
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const email = field.current?.value.trim() ?? "";
    setPending(true);
    setFailure(null);
    setFieldError(undefined);
    try {
      const issue = issueText(await issueOf(email));
      if (issue) return refuseField(issue);
      await guarded(() => client.user.requestEmailChange.mutate({ email }));
      onSent(email);
    } catch (error) {
      if (refusalOf(error)?.code === "auth.email_unchanged") refuseField(say(error));
      else setFailure(error);
    } finally {
      setPending(false);
    }
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      <Field label={t("new")} error={fieldError} hint={t("hint")} required>
        <Input ref={field} type="email" autoComplete="email" autoCapitalize="none" spellCheck={false} />
      </Field>
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
