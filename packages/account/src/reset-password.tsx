"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { ResetClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { FormRefusal } from "./form-refusal";
import { useLinkToken } from "./link-token";
import { NewPasswordField } from "./new-password-field";
import { usePasswordRefusal } from "./password-refusal";

const issueOf = lazily(() => import("./typed-password").then((typed) => typed.newPasswordIssue));

type ResetPasswordProps = { client: ResetClient; signInHref: string; forgotHref: string };

/** The mail's link lands here. Looking uses nothing up: saving does. */
export function ResetPassword({ client, signInHref, forgotHref }: ResetPasswordProps) {
  const t = useTranslations("passwords.reset");
  const account = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const passwordRefusal = usePasswordRefusal();
  const token = useLinkToken();
  const [state, setState] = useState<"asking" | "pending" | "done">("asking");
  const [fieldError, setFieldError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);

  function refuseField(message: string) {
    setFieldError(message);
    setState("asking");
    field.current?.focus();
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!token || state !== "asking") return;
    const newPassword = field.current?.value ?? "";
    setState("pending");
    setFailure(null);
    setFieldError(undefined);
    try {
      const issue = issueText(await issueOf(newPassword));
      if (issue) return refuseField(issue);
      await client.auth.resetPassword.mutate({ token, newPassword });
      setState("done");
    } catch (error) {
      const ofPassword = passwordRefusal(error, newPassword);
      if (ofPassword) return refuseField(ofPassword);
      setFailure(error);
      setState("asking");
    }
  }
  const newLink = (
    <a href={forgotHref} className={buttonClass({ variant: "quiet", size: "small" })}>
      {t("newLink")}
    </a>
  );
  if (state === "done")
    return (
      <AccountFrame title={t("doneTitle")} lead={t("doneLead")}>
        <a href={signInHref} className={buttonClass({ block: true })} ref={(link) => link?.focus()}>
          {account("verify.toSignIn")}
        </a>
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      {token === null && (
        <Notice kind="bad" action={newLink}>
          {account("verify.noToken")}
        </Notice>
      )}
      <FormRefusal of={failure} action={newLink}>
        {say(failure)}
      </FormRefusal>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField
          client={client}
          label={account("newPassword")}
          error={fieldError}
          inputProps={{ ref: field, name: "password" }}
        />
        <Button
          type="submit"
          block
          pending={state === "pending"}
          pendingLabel={t("pending")}
          disabled={token === null}
        >
          {t("act")}
        </Button>
      </form>
    </AccountFrame>
  );
}
