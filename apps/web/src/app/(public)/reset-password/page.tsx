import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebResetPassword } from "../../../features/account/web-reset-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwords.reset"))("title") };
}

export default function ResetPasswordPage() {
  return (
    <ClientMessages of={["account", "passwords"]}>
      <WebResetPassword />
    </ClientMessages>
  );
}
