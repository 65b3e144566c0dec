import { RootFrame } from "@amrutam/account/root-frame";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getPageRequest } from "../server/page-request";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const [t, shell] = await Promise.all([getTranslations("common"), getTranslations("shell")]);
  const brand = `${t("brand")} · ${shell("console")}`;
  return {
    title: { default: brand, template: `%s · ${brand}` },
    robots: { index: false, follow: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { nonce, browserZone, context } = await getPageRequest();
  return (
    <RootFrame viewer={{ nonce, browserZone, isSignedIn: context.session !== null }}>{children}</RootFrame>
  );
}
