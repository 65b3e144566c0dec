import { RootFrame } from "@amrutam/account/root-frame";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getPageRequest } from "../server/page-request";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const [t, shell] = await Promise.all([getTranslations("common"), getTranslations("shell")]);
  return {
    title: { default: t("brand"), template: `%s · ${t("brand")}` },
    description: shell("tagline"),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { nonce, browserZone, context } = await getPageRequest();
  return (
    <RootFrame viewer={{ nonce, browserZone, isSignedIn: context.session !== null }}>{children}</RootFrame>
  );
}
