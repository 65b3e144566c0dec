import { ClientMessages } from "@amrutam/account/client-messages";
import { LanguageSwitch } from "@amrutam/account/language-switch";
import { Brand } from "@amrutam/ui/brand";
import { TopBar } from "@amrutam/ui/top-bar";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

/** Around the screens before one is in: the brand, the language, and what the account's forms say. */
export async function EntranceFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <ClientMessages of={["account", "stepUp", "passwords"]}>
      <TopBar brand={<Brand name={t("brand")} href="/" />} actions={<LanguageSwitch />} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </ClientMessages>
  );
}
