"use client";
import { useTranslations } from "next-intl";
import type { InvitationClient } from "./account-client";
import { SetPassword } from "./set-password";

/** An invited colleague chooses a password; the second factor is set up at the first sign-in. */
export function AcceptInvitation({ client, signInHref }: { client: InvitationClient; signInHref: string }) {
  const t = useTranslations("account.invitation");
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
      save={(token, password) => client.auth.acceptInvitation.mutate({ token, password })}
    />
  );
}
