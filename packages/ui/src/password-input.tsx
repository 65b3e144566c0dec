"use client";
import { clsx } from "clsx";
import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

type PasswordInputProps = Omit<ComponentProps<"input">, "type"> & {
  autoComplete: "current-password" | "new-password";
  showLabel: string;
  hideLabel: string;
};

/** A password that can be shown; the button's name says what pressing it does. */
export function PasswordInput({ showLabel, hideLabel, className, ...rest }: PasswordInputProps) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <input
        {...useFieldWiring()}
        spellCheck={false}
        autoCapitalize="none"
        {...rest}
        type={isShown ? "text" : "password"}
        className={clsx(controlClass, "pe-12", className)}
      />
      <button
        type="button"
        aria-label={isShown ? hideLabel : showLabel}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded-md text-ink-soft hocus:text-ink"
      >
        <Icon aria-hidden size={20} strokeWidth={1.75} />
      </button>
    </div>
  );
}
