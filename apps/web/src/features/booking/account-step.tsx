"use client";
import { CheckMail } from "@amrutam/account/check-mail";
import { SignUpForm } from "@amrutam/account/sign-up-form";
import { webClient } from "@amrutam/client/web-client";
import type { bookingDraft } from "@amrutam/domain/auth/schema";
import { Button, buttonClass } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type * as z from "zod";

export type AccountStepProps = {
  draft: z.infer<typeof bookingDraft>;
  signInHref: string;
  onSignIn: () => void;
  onBack: () => void;
  summary: ReactNode;
};

/** The account comes after choosing; what was chosen and typed travels with it. */
export function AccountStep({ draft, signInHref, onSignIn, onBack, summary }: AccountStepProps) {
  const t = useTranslations("booking");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  if (sentTo) return <CheckMail client={webClient} email={sentTo} hasDraft />;
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-6 p-4 md:grid-cols-[1fr_19rem] md:p-6">
      <aside className="md:order-last" aria-label={t("yourTime")}>
        <Card>{summary}</Card>
      </aside>
      <div className="flex min-w-0 flex-col gap-6">
        <header>
          <h1 ref={title} tabIndex={-1}>
            {t("accountTitle")}
          </h1>
          <p className="mt-1 text-ink-soft">{t("accountLead")}</p>
        </header>
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-sm">{t("haveAccount")}</span>
          <a
            href={signInHref}
            onClick={onSignIn}
            className={buttonClass({ variant: "quiet", size: "small" })}
          >
            {t("signIn")}
          </a>
          <Button variant="ghost" size="small" onClick={onBack}>
            {t("back")}
          </Button>
        </div>
        <SignUpForm client={webClient} draft={draft} onlyRole="PATIENT" onSent={setSentTo} />
      </div>
    </div>
  );
}
