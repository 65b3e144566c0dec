import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminForgotPassword } from "../../../features/account/admin-forgot-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwords.forgot"))("title") };
}

export default function ForgotPasswordPage() {
  return <AdminForgotPassword />;
}
