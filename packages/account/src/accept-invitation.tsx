"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { password } from "@amrutam/domain/text/text-schema";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { InvitationClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { FormRefusal } from "./form-refusal";
import { useLinkToken } from "./link-token";
import { NewPasswordField } from "./new-password-field";
import { usePasswordRefusal } from "./password-refusal";

/** An invited colleague chooses a password; the second factor is set up at the first sign-in. */
export function AcceptInvitation({ client, signInHref }: { client: InvitationClient; signInHref: string }) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const passwordRefusal = usePasswordRefusal();
  const token = useLinkToken();
  const [state, setState] = useState<"asking" | "pending" | "done">("asking");
  const [fieldError, setFieldError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);

  function refuseField(message: string | undefined) {
    setFieldError(message);
    setState("asking");
    field.current?.focus();
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!token || state !== "asking") return;
    const parsed = password.safeParse(new FormData(event.currentTarget).get("password"));
    setFailure(null);
    if (!parsed.success) return refuseField(issueText(parsed.error.issues[0]));
    setFieldError(undefined);
    setState("pending");
    try {
      await client.auth.acceptInvitation.mutate({ token, password: parsed.data });
      setState("done");
    } catch (error) {
      const ofPassword = passwordRefusal(error, parsed.data);
      if (ofPassword) return refuseField(ofPassword);
      setFailure(error);
      setState("asking");
    }
  }
  if (state === "done")
    return (
      <AccountFrame title={t("invitation.doneTitle")} lead={t("invitation.doneLead")}>
        <a href={signInHref} className={buttonClass({ block: true })} ref={(link) => link?.focus()}>
          {t("verify.toSignIn")}
        </a>
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("invitation.title")} lead={t("invitation.lead")}>
      {token === null && <Notice kind="bad">{t("verify.noToken")}</Notice>}
      <FormRefusal of={failure}>{say(failure)}</FormRefusal>
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField
          client={client}
          label={t("newPassword")}
          error={fieldError}
          inputProps={{ ref: field, name: "password" }}
        />
        <Button type="submit" block pending={state === "pending"} disabled={token === null}>
          {t("invitation.act")}
        </Button>
      </form>
    </AccountFrame>
  );
}
