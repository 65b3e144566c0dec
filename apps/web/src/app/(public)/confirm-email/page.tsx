import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebConfirmEmail } from "../../../features/account/web-confirm-email";
import { accountPath } from "../../../features/shell/places";
import { getSession } from "../../../server/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwords.confirmEmail"))("title") };
}

export default async function ConfirmEmailPage() {
  const session = await getSession();
  return (
    <ClientMessages of={["account", "passwords"]}>
      <WebConfirmEmail accountHref={session && `${accountPath(session.role)}/security`} />
    </ClientMessages>
  );
}
