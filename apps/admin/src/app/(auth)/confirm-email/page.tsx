import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminConfirmEmail } from "../../../features/account/admin-confirm-email";
import { getPageRequest } from "../../../server/page-request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("passwords.confirmEmail"))("title") };
}

export default async function ConfirmEmailPage() {
  const { session } = (await getPageRequest()).context;
  return <AdminConfirmEmail accountHref={session && "/account/security"} />;
}
