"use client";
import { Button } from "@amrutam/ui/button";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { setPreferences } from "./set-preferences";

/** Changes to the other language, on this very page, and remembers it. */
export function LanguageSwitch() {
  const t = useTranslations("shell.language");
  const other = useLocale() === "en" ? "hi" : "en";
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button
      variant="ghost"
      size="small"
      lang={other}
      pending={isPending}
      className={other === "hi" ? "font-hindi-name font-medium!" : undefined}
      onClick={() =>
        startTransition(async () => {
          await setPreferences({ locale: other });
          startTransition(() => router.refresh());
        })
      }
    >
      {t("switchTo")}
    </Button>
  );
}
