import { ThemeProvider } from "@amrutam/account/theme-provider";
import { ViewerZone } from "@amrutam/account/viewer-zone";
import { SkipLink } from "@amrutam/ui/skip-link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "./client-messages";

type Viewer = { nonce: string; browserZone: string | null; isSignedIn: boolean };

/** The document around every page. @param viewer what the server knows of who looks */
export async function RootFrame({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shell")]);
  return (
    // The theme is written on <html> before React comes alive.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <SkipLink label={t("skip")} />
        <ThemeProvider nonce={viewer.nonce}>
          <ClientMessages>
            <ViewerZone known={viewer.browserZone} isSignedIn={viewer.isSignedIn} />
            {children}
          </ClientMessages>
        </ThemeProvider>
      </body>
    </html>
  );
}
