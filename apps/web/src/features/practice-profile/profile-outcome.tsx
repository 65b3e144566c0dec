"use client";
import { Notice } from "@amrutam/ui/notice";
import { useLocale, useTranslations } from "next-intl";
import type { Outcome } from "./profile-form";
import type { ProfileField } from "./profile-values";

type ProfileOutcomeProps = { of: Outcome | null; nameOf: (field: ProfileField) => string };

/** What became of saving, beside the button. */
export function ProfileOutcome({ of, nameOf }: ProfileOutcomeProps) {
  const t = useTranslations("practice");
  const list = new Intl.ListFormat(`${useLocale()}-IN`);
  if (of === null) return null;
  if (of.kind === "merged")
    return (
      <Notice kind="warn" live="alert" title={t("merged.title")}>
        {of.both.length === 0
          ? t("merged.apart")
          : t("merged.both", { fields: list.format(of.both.map(nameOf)) })}
      </Notice>
    );
  if (of.kind === "submitted")
    return (
      <Notice kind="warn" live="status" title={t("submitted.title")}>
        {t("submitted.text")}
      </Notice>
    );
  return (
    <Notice kind={of.kind === "nothing" ? "info" : "ok"} live="status">
      {t(of.kind)}
    </Notice>
  );
}
