"use client";
import { useTranslations } from "next-intl";
import { SecuritySection } from "./security-section";

/** The password of one's own account. */
export function PasswordSection() {
  const t = useTranslations("account");
  return <SecuritySection id="password" title={t("password")} />;
}
