"use client";
import type { SessionItem } from "@amrutam/domain/session/schema";
import { useTranslations } from "next-intl";

/** "Firefox on Windows", as far as the device says. Needs the namespace `devices`. */
export function useDeviceName() {
  const t = useTranslations("devices");
  return ({ kind, browser, system }: SessionItem["device"]): string => {
    if (browser && system) return t("named", { browser, system });
    return browser ?? system ?? t(kind === "program" ? "program" : "unknown");
  };
}
