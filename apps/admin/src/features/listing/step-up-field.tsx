"use client";
import { CodeInput } from "@amrutam/ui/code-input";
import { Field } from "@amrutam/ui/field";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** Asks for a fresh code of the second factor in the middle of an act; what was typed before stays. */
export function StepUpField({ error }: { error?: string }) {
  const t = useTranslations("adminList");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <Field label={t("code")} hint={t("codeHint")} error={error} required>
      <CodeInput ref={input} name="code" />
    </Field>
  );
}
