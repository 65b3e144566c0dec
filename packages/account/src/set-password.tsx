"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { StrengthClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { FormRefusal } from "./form-refusal";
import { useLinkToken } from "./link-token";
import { NewPasswordField } from "./new-password-field";
import { usePasswordRefusal } from "./password-refusal";

const issueOf = lazily(() => import("./typed-password").then((typed) => typed.newPasswordIssue));

type SetPasswordProps = {
  client: StrengthClient;
  words: Readonly<Record<"title" | "lead" | "act" | "pending" | "doneTitle" | "doneLead", string>>;
  /** Uses the link up. */
  save: (token: string, password: string) => Promise<unknown>;
  signInHref: string;
  /** The way to another link, beside what is wrong with this one. */
  newLink?: ReactNode;
};

/** Where a mail's link leads to a password. Looking uses nothing up: saving does. */
export function SetPassword({ client, words, save, signInHref, newLink }: SetPasswordProps) {
  const t = useTranslations("account");
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
    const typed = field.current?.value ?? "";
    setState("pending");
    setFailure(null);
    setFieldError(undefined);
    try {
      const issue = issueText(await issueOf(typed));
      if (issue) return refuseField(issue);
      await save(token, typed);
      setState("done");
    } catch (error) {
      const ofPassword = passwordRefusal(error, typed);
      if (ofPassword) return refuseField(ofPassword);
      setFailure(error);
      setState("asking");
    }
  }
  if (state === "done")
    return (
      <AccountFrame title={words.doneTitle} lead={words.doneLead}>
        <a href={signInHref} className={buttonClass({ block: true })} ref={(link) => link?.focus()}>
          {t("verify.toSignIn")}
        </a>
      </AccountFrame>
    );
  return (
    <AccountFrame title={words.title} lead={words.lead}>
      {token === null && (
        <Notice kind="bad" action={newLink}>
          {t("verify.noToken")}
        </Notice>
      )}
      <FormRefusal of={failure} action={newLink}>
        {say(failure)}
      </FormRefusal>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField
          client={client}
          label={t("newPassword")}
          error={fieldError}
          inputProps={{ ref: field, name: "password" }}
        />
        <Button
          type="submit"
          block
          pending={state === "pending"}
          pendingLabel={words.pending}
          disabled={token === null}
        >
          {words.act}
        </Button>
      </form>
    </AccountFrame>
  );
}
