"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { Button } from "@amrutam/ui/button";
import { Checkbox } from "@amrutam/ui/checkbox";
import { CodeInput } from "@amrutam/ui/code-input";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import type { SignInClient } from "./account-client";
import { PasskeySignIn } from "./passkey-sign-in";
import { hasPasskeys } from "./passkeys";
import { SendEmailCode } from "./send-email-code";
import type { Challenge } from "./sign-in";

type Typed = Exclude<Challenge["methods"][number], "passkey">;

type SecondFactorStepProps = {
  client: SignInClient;
  challenge: Challenge;
  onTicket: (ticket: string) => Promise<void>;
  /** The challenge ended: back to the password. */
  onExpired: () => void;
};

const LABEL = { totp: "code", email_code: "signIn.emailCode", recovery_code: "recoveryCode" } as const;
const USE = {
  totp: "signIn.useCode",
  email_code: "signIn.useEmailCode",
  recovery_code: "signIn.useRecovery",
} as const satisfies Record<Typed, string>;

/** What the account has besides its password: a passkey by one press, or a code to type. The sixth digit sends the form. */
export function SecondFactorStep({ client, challenge, onTicket, onExpired }: SecondFactorStepProps) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const typed = challenge.methods.filter((method): method is Typed => method !== "passkey");
  const hasPasskey = challenge.methods.includes("passkey");
  // Recovery codes run out: beside a passkey they are opened only when asked for.
  const isSpare = hasPasskey && typed[0] === "recovery_code" && hasPasskeys();
  const [method, setMethod] = useState<Typed | undefined>(isSpare ? undefined : typed[0]);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { challengeId } = challenge;

  useEffect(() => {
    // Which of them it is decides what is focused; a passkey is a press away, and no field is opened over it.
    if (method && !(hasPasskey && method === typed[0])) field.current?.focus();
  }, [method, hasPasskey, typed[0]]);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const values = new FormData(event.currentTarget);
    const code = String(values.get("code") ?? "").trim();
    if (code === "")
      return setError(t(method === "recovery_code" ? "signIn.recoveryMissing" : "signIn.codeMissing"));
    setPending(true);
    setError(undefined);
    try {
      const rememberDevice = values.get("remember") === "on";
      const answer = await client.auth.verifyMfa.mutate({
        challengeId,
        code,
        delivery: "ticket",
        rememberDevice,
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
    <div className="flex flex-col gap-4">
      {hasPasskey && <PasskeySignIn client={client} onTicket={onTicket} challengeId={challengeId} />}
      {method && (
        <form
          ref={form}
          key={method}
          method="post"
          noValidate
          onSubmit={submit}
          className="flex flex-col gap-4"
        >
          {method === "email_code" && (
            <SendEmailCode
              client={client}
              challengeId={challengeId}
              onSent={() => field.current?.focus()}
              onExpired={onExpired}
            />
          )}
          <Field
            label={t(LABEL[method])}
            error={error}
            hint={method === "recovery_code" ? t("signIn.recoveryHint") : undefined}
            required
          >
            {method === "recovery_code" ? (
              <Input ref={field} name="code" autoComplete="off" autoCapitalize="none" spellCheck={false} />
            ) : (
              <CodeInput ref={field} name="code" onComplete={() => form.current?.requestSubmit()} />
            )}
          </Field>
          {challenge.canRemember && <Checkbox name="remember" label={t("signIn.remember")} />}
          <Button
            type="submit"
            variant={hasPasskey ? "quiet" : "primary"}
            block
            pending={isPending}
            pendingLabel={t("signIn.pending")}
          >
            {t("signIn.act")}
          </Button>
        </form>
      )}
      {typed
        .filter((other) => other !== method)
        .map((other) => (
          <Button
            key={other}
            variant="ghost"
            onClick={() => {
              setError(undefined);
              setMethod(other);
            }}
          >
            {t(USE[other])}
          </Button>
        ))}
    </div>
  );
}
