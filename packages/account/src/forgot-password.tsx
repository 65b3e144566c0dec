"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ForgottenClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { FormRefusal } from "./form-refusal";

const issueOf = lazily(() => import("./typed-password").then((typed) => typed.emailIssue));

/** Asks for the link that sets a new password. What is said then is the same for every address. */
export function ForgotPassword({ client, signInHref }: { client: ForgottenClient; signInHref: string }) {
  const t = useTranslations("passwords.forgot");
  const account = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const [isPending, setPending] = useState(false);
  const [fieldError, setFieldError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (sentTo) document.querySelector("h1")?.focus();
  }, [sentTo]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const email = field.current?.value.trim() ?? "";
    setPending(true);
    setFailure(null);
    setFieldError(undefined);
    try {
      const issue = issueText(await issueOf(email));
      if (issue) {
        setFieldError(issue);
        return field.current?.focus();
      }
      await client.auth.requestPasswordReset.mutate({ email });
      setSentTo(email);
    } catch (error) {
      setFailure(error);
    } finally {
      setPending(false);
    }
  }
  const back = (
    <a href={signInHref} className={linkClass("alone")}>
      {t("back")}
    </a>
  );
  if (sentTo)
    return (
      <AccountFrame title={t("doneTitle")} lead={t("doneLead", { email: sentTo })} foot={back}>
        <p className="text-sm text-ink-soft">{t("nothing")}</p>
        <Button variant="quiet" onClick={() => setSentTo(null)}>
          {t("again")}
        </Button>
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("title")} lead={t("lead")} foot={back}>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormRefusal of={failure}>{say(failure)}</FormRefusal>
        <Field label={account("email")} error={fieldError} required>
          <Input
            ref={field}
            type="email"
            name="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Field>
        <Button type="submit" block pending={isPending} pendingLabel={t("pending")}>
          {t("act")}
        </Button>
      </form>
    </AccountFrame>
  );
}
