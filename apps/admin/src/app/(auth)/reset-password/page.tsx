import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminResetPassword } from "../../../features/account/admin-reset-password";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwords.reset"))("title") };
}

export default function ResetPasswordPage() {
  return <AdminResetPassword />;
}
