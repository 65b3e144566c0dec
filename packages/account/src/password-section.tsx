"use client";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { PasswordClient } from "./account-client";
import { SecuritySection } from "./security-section";
import { useReturnFocus } from "./use-return-focus";

/** Its code is fetched when it is opened: most who look at this page change nothing. */
const ChangePasswordForm = lazy(() =>
  import("./change-password-form").then((form) => ({ default: form.ChangePasswordForm })),
);

type PasswordSectionProps = {
  client: PasswordClient;
  /** For password managers: whose password it is. */
  email: string;
};

/** The password of one's own account. Needs the namespaces `account`, `passwords` and `refusals`. */
export function PasswordSection({ client, email }: PasswordSectionProps) {
  const t = useTranslations("passwords.change");
  const say = useTranslations("account");
  const [state, setState] = useState<"idle" | "open" | "done">("idle");
  const opener = useReturnFocus<HTMLButtonElement>(state === "open");
  return (
    <SecuritySection
      id="password"
      title={say("password")}
      lead={t("lead")}
      action={
        state !== "open" && (
          <Button ref={opener} variant="quiet" size="small" onClick={() => setState("open")}>
            {t("open")}
          </Button>
        )
      }
    >
      {state === "done" && (
        <Notice kind="ok" live="status">
          {t("done")}
        </Notice>
      )}
      {state === "open" && (
        <Suspense fallback={null}>
          <ChangePasswordForm
            client={client}
            email={email}
            onDone={() => setState("done")}
            onCancel={() => setState("idle")}
          />
        </Suspense>
      )}
    </SecuritySection>
  );
}
