"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { Button } from "@amrutam/ui/button";
import { CodeInput } from "@amrutam/ui/code-input";
import { Disclosure } from "@amrutam/ui/disclosure";
import { Field } from "@amrutam/ui/field";
import { linkClass } from "@amrutam/ui/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { EnrolmentClient } from "./account-client";
import { useStepUp } from "./step-up-dialog";

type EnrolmentCodeProps = {
  client: EnrolmentClient;
  enrolment: { secret: string; otpauthUrl: string; qrSvg: string };
  onConfirmed: (recoveryCodes: string[]) => void;
};

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");

export function EnrolmentCode({ client, enrolment, onConfirmed }: EnrolmentCodeProps) {
  const t = useTranslations("account");
  const say = useErrorMessage();
  const guarded = useStepUp();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    if (code === "") return setError(t("signIn.codeMissing"));
    setPending(true);
    setError(undefined);
    try {
      onConfirmed((await guarded(() => client.auth.confirmMfa.mutate({ code }))).recoveryCodes);
    } catch (failure) {
      setPending(false);
      setError(say(failure));
      field.current?.focus();
      field.current?.select();
    }
  }
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <ol className="flex list-decimal flex-col gap-4 ps-5">
        <li>
          {t("enrol.scan")}
          {/* An image: the SVG comes from the server, but stays out of the page's markup. */}
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`}
            alt={t("enrol.qrAlt")}
            width={192}
            height={192}
            className="mx-auto mt-3 size-48 rounded-md border border-line"
          />
          <Disclosure summary={t("enrol.cantScan")}>
            <p className="text-sm">
              {t("enrol.typeSecret")}{" "}
              <a href={enrolment.otpauthUrl} className={linkClass()}>
                {t("enrol.openApp")}
              </a>
            </p>
            <p data-testid="totp-secret" className="mt-1 text-lg font-semibold break-words select-all">
              {inFours(enrolment.secret)}
            </p>
          </Disclosure>
        </li>
        <li>
          <Field label={t("enrol.enterCode")} error={error} required>
            <CodeInput ref={field} name="code" onComplete={() => form.current?.requestSubmit()} />
          </Field>
        </li>
      </ol>
      <Button type="submit" block pending={isPending} pendingLabel={t("enrol.checking")}>
        {t("enrol.act")}
      </Button>
    </form>
  );
}
