"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SignInClient } from "./account-client";

type SendEmailCodeProps = {
  client: Readonly<{ auth: Pick<SignInClient["auth"], "sendEmailCode"> }>;
  challengeId: string;
  onSent: () => void;
  /** The challenge ended, or gives no more codes. */
  onExpired: () => void;
};

/** A code is mailed when it is asked for, not before: nobody's mailbox fills because somebody tried a password. */
export function SendEmailCode({ client, challengeId, onSent, onExpired }: SendEmailCodeProps) {
  const t = useTranslations("account.signIn");
  const say = useErrorMessage();
  const [state, setState] = useState<"idle" | "sending" | "sent">("idle");
  const [failure, setFailure] = useState<string>();

  async function send() {
    setState("sending");
    setFailure(undefined);
    try {
      await client.auth.sendEmailCode.mutate({ challengeId });
      setState("sent");
      onSent();
    } catch (refusal) {
      if (refusalOf(refusal)?.code === "auth.challenge_expired") return onExpired();
      setState("idle");
      setFailure(say(refusal));
    }
  }
  return (
    <div className="flex flex-col gap-2">
      {failure && <Notice kind="bad">{failure}</Notice>}
      <p className="text-sm text-ink-soft">{t("emailLead")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="quiet" size="small" pending={state === "sending"} onClick={send}>
          {t(state === "sent" ? "emailAgain" : "emailSend")}
        </Button>
        <p role="status" className="text-sm text-leaf-strong empty:hidden">
          {state === "sent" && t("emailSent")}
        </p>
      </div>
    </div>
  );
}
