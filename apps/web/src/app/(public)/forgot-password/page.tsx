import { ClientMessages } from "@amrutam/account/client-messages";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WebForgotPassword } from "../../../features/account/web-forgot-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwords.forgot"))("title") };
}

export default function ForgotPasswordPage() {
  return (
    <ClientMessages of={["account", "passwords"]}>
      <WebForgotPassword />
    </ClientMessages>
  );
}
