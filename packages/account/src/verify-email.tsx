"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { VerificationClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { FormRefusal } from "./form-refusal";
import { useLinkToken } from "./link-token";

type VerifyEmailProps = {
  client: VerificationClient;
  /** Where the account goes on; `draft` when a chosen time waits behind the link. */
  continueTo: { plain: string; draft: string };
  isSignedIn: boolean;
};

/** The mail's link lands here. Looking uses nothing up (mail programs look too): the press does. */
export function VerifyEmail({ client, continueTo, isSignedIn }: VerifyEmailProps) {
  const t = useTranslations("account.verify");
  const say = useErrorMessage();
  const token = useLinkToken();
  const [state, setState] = useState<"asking" | "pending" | "plain" | "draft">("asking");
  const [failure, setFailure] = useState<unknown>(null);

  async function verify() {
    if (!token) return;
    setState("pending");
    setFailure(null);
    try {
      const { hasDraft } = await client.auth.verifyEmail.mutate({ token });
      setState(hasDraft ? "draft" : "plain");
    } catch (error) {
      setFailure(error);
      setState("asking");
    }
  }
  if (state === "plain" || state === "draft")
    return (
      <AccountFrame title={t("doneTitle")} lead={t(state === "draft" ? "doneDraft" : "doneLead")}>
        <a href={continueTo[state]} className={buttonClass({ block: true })} ref={(link) => link?.focus()}>
          {t(isSignedIn ? "continue" : "toSignIn")}
        </a>
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      {token === null && <Notice kind="bad">{t("noToken")}</Notice>}
      <FormRefusal
        of={failure}
        action={
          <a href={continueTo.plain} className={buttonClass({ variant: "quiet", size: "small" })}>
            {t("toSignIn")}
          </a>
        }
      >
        {say(failure)}
      </FormRefusal>
      <Button block pending={state === "pending"} disabled={!token} onClick={verify}>
        {t("act")}
      </Button>
    </AccountFrame>
  );
}
