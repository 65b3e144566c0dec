"use client";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const CHOICES = ["light", "dark", "system"] as const;
type Choice = (typeof CHOICES)[number];

const never = () => () => undefined;

/** Light, dark, or as the device. The server doesn't know the choice: nothing is marked until the page has come alive. */
export function ThemeSwitch({ name }: { name: string }) {
  const t = useTranslations("shell.theme");
  const { theme, setTheme } = useTheme();
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const chosen = CHOICES.find((choice) => choice === theme) ?? "system";
  return (
    <RadioChips<Choice>
      legend={t("label")}
      name={name}
      options={CHOICES.map((value) => ({ value, label: t(value) }))}
      value={isAlive ? chosen : ("" as Choice)}
      onValueChange={setTheme}
    />
  );
}
