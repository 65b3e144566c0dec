"use client";
import { useTranslations } from "next-intl";
import { SecuritySection } from "./security-section";

/** The address one signs in with. */
export function EmailSection({ email }: { email: string }) {
  const t = useTranslations("account");
  return <SecuritySection id="email" title={t("email")} lead={email} />;
}
