import { LanguageSwitch } from "@amrutam/account/language-switch";
import { SignOutButton } from "@amrutam/account/sign-out-button";
import { ThemeSwitch } from "@amrutam/account/theme-switch";
import type { Role } from "@amrutam/domain/actor";
import { AppShell } from "@amrutam/ui/app-shell";
import { linkClass } from "@amrutam/ui/link";
import { UserRoundCog } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ConsoleSideNav, ConsoleTabs } from "./console-places";

type Person = Readonly<{ fullName: string; role: Role }>;

async function Footer({ person, name }: { person: Person; name: string }) {
  const t = await getTranslations("shell");
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-soft">{t("signedInAs", { name: person.fullName })}</p>
      <Link href="/account" className={linkClass("alone")}>
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

/** Every page of the console: places at the left or at the thumb, the work beside them. */
export function ConsoleFrame({ person, children }: { person: Person; children: ReactNode }) {
  return (
    <AppShell
      nav={<ConsoleSideNav role={person.role} footer={<Footer person={person} name="theme-side" />} />}
      tabs={<ConsoleTabs role={person.role} footer={<Footer person={person} name="theme-tabs" />} />}
    >
      {children}
    </AppShell>
  );
}
