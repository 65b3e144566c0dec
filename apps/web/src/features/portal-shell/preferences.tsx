import { LanguageSwitch } from "@amrutam/account/language-switch";
import { SignOutButton } from "@amrutam/account/sign-out-button";
import { ThemeSwitch } from "@amrutam/account/theme-switch";
import { linkClass } from "@amrutam/ui/link";
import { UserRoundCog } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way to the account, language, appearance and the way out: what stands at the edge of every portal page. @param name of the radio group */
export function Preferences({ name }: { name: string }) {
  const t = useTranslations("portal.nav");
  return (
    <div className="flex flex-col items-start gap-4">
      <Link href="/doctor/account" className={linkClass("alone")}>
        <UserRoundCog aria-hidden size={20} strokeWidth={1.75} />
        {t("account")}
      </Link>
      <div className="-ms-3">
        <LanguageSwitch />
      </div>
      <ThemeSwitch name={name} />
      <SignOutButton size="small" />
    </div>
  );
}
