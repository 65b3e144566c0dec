"use client";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { Tag } from "@amrutam/ui/tag";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { EmailClient } from "./account-client";
import { SecuritySection } from "./security-section";
import { useReturnFocus } from "./use-return-focus";

/** Its code is fetched when it is opened: most who look at this page change nothing. */
const ChangeEmailForm = lazy(() =>
  import("./change-email-form").then((form) => ({ default: form.ChangeEmailForm })),
);

type EmailSectionProps = { client: EmailClient; email: string; isVerified: boolean };

/** The address one signs in with. Needs the namespaces `account`, `passwords`, `refusals` and what the step-up says. */
export function EmailSection({ client, email, isVerified }: EmailSectionProps) {
  const t = useTranslations("passwords.email");
  const say = useTranslations("account");
  const [isOpen, setOpen] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const opener = useReturnFocus<HTMLButtonElement>(isOpen);
  return (
    <SecuritySection
      id="email"
      title={say("email")}
      lead={
        <span className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 wrap-anywhere">{email}</span>
          {!isVerified && <Tag tone="warn">{t("unverified")}</Tag>}
        </span>
      }
      action={
        !isOpen && (
          <Button ref={opener} variant="quiet" size="small" onClick={() => setOpen(true)}>
            {t("open")}
          </Button>
        )
      }
    >
      {!isOpen && sentTo && (
        <Notice kind="ok" live="status">
          {t("done", { email: sentTo })}
        </Notice>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <ChangeEmailForm
            client={client}
            onSent={(address) => {
              setSentTo(address);
              setOpen(false);
            }}
            onCancel={() => setOpen(false)}
          />
        </Suspense>
      )}
    </SecuritySection>
  );
}
