"use client";
import { useTranslations } from "next-intl";
import type { ResendClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { ResendMail } from "./resend-mail";

/** After sign-up: the same for a new and a known address. */
export function CheckMail({
  client,
  email,
  hasDraft = false,
}: {
  client: ResendClient;
  email: string;
  hasDraft?: boolean;
}) {
  const t = useTranslations("account.checkMail");
  return (
    <AccountFrame title={t("title")} lead={t("lead", { email })}>
      {hasDraft && <p>{t("draft")}</p>}
      <p className="text-sm text-ink-soft">{t("nothing")}</p>
      <ResendMail client={client} email={email} />
    </AccountFrame>
  );
}
