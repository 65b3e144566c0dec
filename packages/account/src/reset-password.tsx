"use client";
import { buttonClass } from "@amrutam/ui/button";
import { useTranslations } from "next-intl";
import type { ResetClient } from "./account-client";
import { SetPassword } from "./set-password";

type ResetPasswordProps = { client: ResetClient; signInHref: string; forgotHref: string };

/** A forgotten password, set anew. */
export function ResetPassword({ client, signInHref, forgotHref }: ResetPasswordProps) {
  const t = useTranslations("passwords.reset");
  const words = {
    title: t("title"),
    lead: t("lead"),
    act: t("act"),
    pending: t("pending"),
    doneTitle: t("doneTitle"),
    doneLead: t("doneLead"),
  };
  return (
    <SetPassword
      client={client}
      words={words}
      signInHref={signInHref}
      save={(token, newPassword) => client.auth.resetPassword.mutate({ token, newPassword })}
      newLink={
        <a href={forgotHref} className={buttonClass({ variant: "quiet", size: "small" })}>
          {t("newLink")}
        </a>
      }
    />
  );
}
