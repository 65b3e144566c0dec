"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { CodeInput } from "@amrutam/ui/code-input";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { SignInClient } from "./account-client";
import type { Challenge } from "./sign-in";

type SecondFactorStepProps = {
  client: SignInClient;
  challenge: Challenge;
  onTicket: (ticket: string) => Promise<void>;
  /** The challenge ended: back to the password. */
  onExpired: () => void;
};

/** The authenticator's six digits, or one of the recovery codes; the sixth digit sends the form. */
export function SecondFactorStep({ client, challenge, onTicket, onExpired }: SecondFactorStepProps) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const [isRecovery, setRecovery] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Which of the two it is decides what is focused.
    if (isRecovery || field.current) field.current?.focus();
  }, [isRecovery]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    if (code === "") return setError(t(isRecovery ? "signIn.recoveryMissing" : "signIn.codeMissing"));
    setPending(true);
    setError(undefined);
    try {
      const answer = await client.auth.verifyMfa.mutate({
        challengeId: challenge.challengeId,
        code,
        delivery: "ticket",
      });
      if (!("ticket" in answer)) throw new Error("asked for a ticket, got tokens");
      await onTicket(answer.ticket);
    } catch (failure) {
      if (refusalOf(failure)?.code === "auth.challenge_expired") return onExpired();
      setPending(false);
      setError(say(failure));
      field.current?.focus();
      field.current?.select();
    }
  }
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      {isRecovery ? (
        <Field
          label={t("recoveryCode")}
          error={error}
          hint={t("signIn.recoveryHint")}
          required
          key="recovery"
        >
          <Input ref={field} name="code" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
      ) : (
        <Field label={t("code")} error={error} required key="code">
          <CodeInput ref={field} name="code" onComplete={() => form.current?.requestSubmit()} />
        </Field>
      )}
      <Button type="submit" block pending={isPending} pendingLabel={t("signIn.pending")}>
        {t("signIn.act")}
      </Button>
      {challenge.methods.includes("recovery_code") && (
        <Button
          variant="ghost"
          onClick={() => {
            setError(undefined);
            setRecovery(!isRecovery);
          }}
        >
          {t(isRecovery ? "signIn.useCode" : "signIn.useRecovery")}
        </Button>
      )}
    </form>
  );
}
