"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import type { stepUpInput, stepUpOptionsOutput } from "@amrutam/domain/auth/schema";
import { Button } from "@amrutam/ui/button";
import { CodeInput } from "@amrutam/ui/code-input";
import { Dialog } from "@amrutam/ui/dialog";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { Notice } from "@amrutam/ui/notice";
import { PasswordInput } from "@amrutam/ui/password-input";
import { Loading, Skeleton } from "@amrutam/ui/skeleton";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import type * as z from "zod";
import type { StepUpClient } from "./account-client";
import { askForPasskey, hasPasskeys } from "./passkeys";

type Options = z.output<typeof stepUpOptionsOutput>;
type Method = Options["methods"][number];
type Typed = Exclude<Method, "passkey">;

const MISSING = {
  totp: "totpMissing",
  email_code: "totpMissing",
  recovery_code: "recoveryMissing",
  password: "passwordMissing",
} as const satisfies Record<Typed, string>;
const USE = { totp: "useTotp", email_code: "useEmailCode", recovery_code: "useRecovery" } as const;

/** Opened at once: recovery codes only where nothing else can be shown, for they run out. */
function firstTyped(methods: readonly Method[], hasPasskey: boolean): Typed | null {
  const usual = methods.find((method): method is Typed => method !== "passkey" && method !== "recovery_code");
  return usual ?? (methods.includes("recovery_code") && !hasPasskey ? "recovery_code" : null);
}

type StepUpFormProps = { client: StepUpClient; onConfirmed: () => void; onClose: () => void };

/** Asks for what the account can show: a passkey by one press, or a code or password to type. */
export function StepUpForm({ client, onConfirmed, onClose }: StepUpFormProps) {
  const [t, common, say] = [useTranslations("stepUp"), useTranslations("common"), useErrorMessage()];
  const [options, setOptions] = useState<Options | null>(null);
  const [method, setMethod] = useState<Typed | null>(null);
  const [pending, setPending] = useState<"passkey" | "typed" | null>(null);
  const [failure, setFailure] = useState<string>();
  const [error, setError] = useState<string>();
  const [isSent, setSent] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const hasPasskey = options?.passkey != null && hasPasskeys();

  useEffect(() => {
    let isCurrent = true;
    client.auth.stepUpOptions.mutate({}).then(
      (found) => {
        if (!isCurrent) return;
        setOptions(found);
        setMethod(firstTyped(found.methods, found.passkey !== null && hasPasskeys()));
      },
      (refusal: unknown) => isCurrent && setFailure(say(refusal)),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, say]);

  useEffect(() => {
    if (method && !hasPasskey) field.current?.focus();
  }, [method, hasPasskey]);

  async function show(proof: z.input<typeof stepUpInput>) {
    await client.auth.stepUp.mutate(proof);
    onConfirmed();
  }

  async function usePasskey() {
    if (!options?.passkey || pending) return;
    setPending("passkey");
    setFailure(undefined);
    try {
      const passkey = await askForPasskey(options.passkey.options);
      await show({ challengeId: options.passkey.challengeId, passkey });
    } catch (refusal) {
      setFailure(refusalOf(refusal) ? say(refusal) : t("passkeyFailed"));
      // A challenge is good once: a second try needs another one.
      client.auth.stepUpOptions.mutate({}).then(setOptions, () => undefined);
    } finally {
      setPending(null);
    }
  }

  async function sendCode() {
    if (!options?.emailChallengeId) return;
    setFailure(undefined);
    try {
      await client.auth.sendEmailCode.mutate({ challengeId: options.emailChallengeId });
      setSent(true);
      field.current?.focus();
    } catch (refusal) {
      setFailure(say(refusal));
    }
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending || !method) return;
    const typed = String(new FormData(event.currentTarget).get("proof") ?? "");
    if (typed.trim() === "") return setError(t(MISSING[method]));
    setPending("typed");
    setError(undefined);
    setFailure(undefined);
    try {
      const challengeId = method === "email_code" ? (options?.emailChallengeId ?? undefined) : undefined;
      await show(method === "password" ? { password: typed } : { code: typed.trim(), challengeId });
    } catch (refusal) {
      setPending(null);
      setError(say(refusal));
      field.current?.focus();
      field.current?.select();
    }
  }

  const others = (options?.methods ?? []).filter(
    (other): other is keyof typeof USE => other !== method && Object.hasOwn(USE, other),
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      description={t("lead")}
      closeLabel={common("close")}
      dismissible={pending === null}
      actions={
        <>
          <Button variant="quiet" onClick={onClose} disabled={pending !== null}>
            {common("cancel")}
          </Button>
          {method && (
            <Button
              type="submit"
              form={formId}
              variant={hasPasskey ? "quiet" : "primary"}
              pending={pending === "typed"}
              pendingLabel={t("pending")}
            >
              {t("act")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <Notice kind="bad">{failure}</Notice>}
        {!options && !failure && (
          <Loading label={t("preparing")}>
            <Skeleton className="h-20" />
          </Loading>
        )}
        {hasPasskey && (
          <Button
            block
            pending={pending === "passkey"}
            pendingLabel={t("passkeyWaiting")}
            onClick={usePasskey}
          >
            {t("passkey")}
          </Button>
        )}
        {method && (
          <form
            ref={form}
            id={formId}
            method="post"
            noValidate
            onSubmit={submit}
            className="flex flex-col gap-3"
            key={method}
          >
            {method === "email_code" && (
              <div className="flex flex-wrap items-center gap-3">
                <Button variant="quiet" size="small" onClick={sendCode}>
                  {t("emailSend")}
                </Button>
                <p role="status" className="text-sm text-ink-soft empty:hidden">
                  {isSent && t("emailSent")}
                </p>
              </div>
            )}
            <Field
              label={t(LABEL[method])}
              hint={method === "recovery_code" ? t("recoveryHint") : undefined}
              error={error}
              required
            >
              {method === "password" ? (
                <PasswordInput
                  ref={field}
                  name="proof"
                  autoComplete="current-password"
                  showLabel={t("showPassword")}
                  hideLabel={t("hidePassword")}
                />
              ) : method === "recovery_code" ? (
                <Input ref={field} name="proof" autoComplete="off" autoCapitalize="none" spellCheck={false} />
              ) : (
                <CodeInput ref={field} name="proof" onComplete={() => form.current?.requestSubmit()} />
              )}
            </Field>
          </form>
        )}
        {others.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {others.map((other) => (
              <Button
                key={other}
                variant="ghost"
                size="small"
                onClick={() => {
                  setError(undefined);
                  setMethod(other);
                }}
              >
                {t(USE[other])}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  );
}

const LABEL = {
  totp: "totp",
  email_code: "emailCode",
  recovery_code: "recoveryCode",
  password: "password",
} as const satisfies Record<Typed, string>;
