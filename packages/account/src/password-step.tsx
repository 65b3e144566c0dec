"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { useIssueText } from "@amrutam/client/issue-text";
import { lazily } from "@amrutam/client/lazily";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { linkClass } from "@amrutam/ui/link";
import { PasswordInput } from "@amrutam/ui/password-input";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type SubmitEvent, useRef, useState } from "react";
import type { SignInClient } from "./account-client";
import { FormRefusal } from "./form-refusal";
import type { Challenge } from "./sign-in";
import type { SignInIssues, SignInValues } from "./typed-sign-in";

/** Out of reach, the server judges by the same schema. */
const judge = lazily(
  () => import("./typed-sign-in").then((typed) => typed.judgeSignIn),
  (values) => ({ values, issues: {} }),
);

const FIELDS = ["email", "password"] as const satisfies (keyof SignInValues)[];

function valuesIn(form: HTMLFormElement): SignInValues {
  const typed = new FormData(form);
  return { email: String(typed.get("email") ?? ""), password: String(typed.get("password") ?? "") };
}

type PasswordStepProps = {
  client: SignInClient;
  email?: string;
  onTicket: (ticket: string) => Promise<void>;
  onChallenge: (challenge: Challenge) => void;
};

/** Two fields, and no library of forms: it would be a twelfth of what this page brings. */
export function PasswordStep({ client, email, onTicket, onChallenge }: PasswordStepProps) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const issueText = useIssueText();
  const inputs = { email: useRef<HTMLInputElement>(null), password: useRef<HTMLInputElement>(null) };
  const [refusal, setRefusal] = useState<unknown>(null);
  const [issues, setIssues] = useState<SignInIssues>({});
  const [wasSent, setSent] = useState(false);
  const [isPending, setPending] = useState(false);

  /** @returns whether this page is on its way elsewhere */
  async function send(values: SignInValues): Promise<boolean> {
    setRefusal(null);
    try {
      const answer = await client.auth.login.mutate({ ...values, delivery: "ticket" });
      if ("mfaRequired" in answer) {
        onChallenge(answer);
        return false;
      }
      if (!("ticket" in answer)) throw new Error("asked for a ticket, got tokens");
      await onTicket(answer.ticket);
      return true;
    } catch (error) {
      if (inputs.password.current) inputs.password.current.value = "";
      setRefusal(error);
      return false;
    }
  }
  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    const judged = await judge(valuesIn(event.currentTarget));
    setIssues(judged.issues);
    setSent(true);
    const wrong = FIELDS.find((field) => judged.issues[field]);
    if (wrong) inputs[wrong].current?.focus();
    setPending(!wrong && (await send(judged.values)));
  }
  /** What was found wrong once is judged again as it is mended. */
  async function mend({ target }: ChangeEvent<HTMLInputElement>) {
    if (!wasSent || !target.form) return;
    const field = target.name as keyof SignInValues;
    const judged = await judge(valuesIn(target.form));
    setIssues((before) => ({ ...before, [field]: judged.issues[field] }));
  }
  return (
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      <Field label={t("email")} error={issueText(issues.email)} required>
        <Input
          type="email"
          autoComplete="username webauthn"
          autoCapitalize="none"
          ref={inputs.email}
          name="email"
          defaultValue={email}
          onChange={mend}
        />
      </Field>
      <Field label={t("password")} error={issueText(issues.password)} required>
        <PasswordInput
          autoComplete="current-password"
          showLabel={t("showPassword")}
          hideLabel={t("hidePassword")}
          ref={inputs.password}
          name="password"
          onChange={mend}
        />
      </Field>
      <a href="/forgot-password" className={`${linkClass("alone")} -mt-2 self-start text-sm`}>
        {t("signIn.forgot")}
      </a>
      <Button type="submit" variant="primary" block pending={isPending} pendingLabel={t("signIn.pending")}>
        {t("signIn.act")}
      </Button>
    </form>
  );
}
