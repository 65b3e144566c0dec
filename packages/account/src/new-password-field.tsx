"use client";
import { PASSWORD_MIN } from "@amrutam/domain/text/limits";
import { Field } from "@amrutam/ui/field";
import { PasswordInput } from "@amrutam/ui/password-input";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useState } from "react";
import type { StrengthClient } from "./account-client";
import { StrengthMeter } from "./strength-meter";
import { useStrength } from "./use-strength";

type NewPasswordFieldProps = {
  client: StrengthClient;
  label: ReactNode;
  error: ReactNode;
  /** Only where an anchor or a test needs to know it. */
  id?: string;
  /** Of the same form: what doesn't count as secret. */
  words?: () => readonly string[];
  /** `name` and `ref`, or what a form library registers. */
  inputProps: Omit<ComponentProps<"input">, "type" | "value" | "autoComplete">;
};

const NONE = () => [];

/** A password being chosen, with how it stands below it. Needs the namespaces `account` and `passwords`. */
export function NewPasswordField({ client, label, error, id, words, inputProps }: NewPasswordFieldProps) {
  const t = useTranslations("account");
  const [typed, setTyped] = useState("");
  const verdict = useStrength(client, typed, words ?? NONE);
  return (
    <div className="flex flex-col gap-2">
      <Field id={id} label={label} error={error} hint={t("passwordHint", { min: PASSWORD_MIN })} required>
        <PasswordInput
          autoComplete="new-password"
          showLabel={t("showPassword")}
          hideLabel={t("hidePassword")}
          {...inputProps}
          onChange={(event) => {
            setTyped(event.target.value);
            inputProps.onChange?.(event);
          }}
        />
      </Field>
      <StrengthMeter verdict={verdict} password={typed} />
    </div>
  );
}
