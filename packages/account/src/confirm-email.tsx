"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ConfirmEmailClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { FormRefusal } from "./form-refusal";
import { useLinkToken } from "./link-token";

type ConfirmEmailProps = {
  client: ConfirmEmailClient;
  /** The account's page for who is signed in here; null leads to sign in. */
  accountHref: string | null;
  signInHref: string;
};

/** The link that was sent to a new address lands here. Looking uses nothing up: the press does. */
export function ConfirmEmail({ client, accountHref, signInHref }: ConfirmEmailProps) {
  const t = useTranslations("passwords.confirmEmail");
  const account = useTranslations("account");
  const say = useErrorMessage();
  const token = useLinkToken();
  const [state, setState] = useState<"asking" | "pending" | "done">("asking");
  const [failure, setFailure] = useState<unknown>(null);

  async function confirm() {
    if (!token) return;
    setState("pending");
    setFailure(null);
    try {
      await client.auth.confirmEmailChange.mutate({ token });
      setState("done");
    } catch (error) {
      setFailure(error);
      setState("asking");
    }
  }
  if (state === "done")
    return (
      <AccountFrame title={t("doneTitle")} lead={t("doneLead")}>
        <a
          href={accountHref ?? signInHref}
          className={buttonClass({ block: true })}
          ref={(link) => link?.focus()}
        >
          {t(accountHref ? "toAccount" : "toSignIn")}
        </a>
      </AccountFrame>
    );
  // Another link is asked for where the address is changed.
  const wayOn = (
    <a href={accountHref ?? signInHref} className={buttonClass({ variant: "quiet", size: "small" })}>
      {t(accountHref ? "toAccount" : "toSignIn")}
    </a>
  );
  return (
    <AccountFrame title={t("title")} lead={t("lead")}>
      {token === null && (
        <Notice kind="bad" action={wayOn}>
          {account("verify.noToken")}
        </Notice>
      )}
      <FormRefusal of={failure} action={wayOn}>
        {say(failure)}
      </FormRefusal>
      <Button
        block
        pending={state === "pending"}
        pendingLabel={t("pending")}
        disabled={!token}
        onClick={confirm}
      >
        {t("act")}
      </Button>
    </AccountFrame>
  );
}
