"use client";
import { clsx } from "clsx";
import type { ChangeEvent, ComponentProps } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

type CodeInputProps = Omit<ComponentProps<"input">, "type" | "maxLength" | "pattern"> & {
  /** Digits expected. */
  length?: number;
  /** Called when the last digit is there, typed or pasted. */
  onComplete?: (code: string) => void;
};

/**
 * A one-time code in a single field: the system offers it, it can be pasted with spaces, screen readers meet one box.
 * There is no maxLength, which would cut "123 456" before the space is taken out.
 */
export function CodeInput({ length = 6, onComplete, onChange, className, ...rest }: CodeInputProps) {
  function change(event: ChangeEvent<HTMLInputElement>) {
    const digits = event.target.value.replace(/\D/g, "").slice(0, length);
    event.target.value = digits;
    onChange?.(event);
    if (digits.length === length) onComplete?.(digits);
  }
  return (
    <input
      {...useFieldWiring()}
      autoComplete="one-time-code"
      inputMode="numeric"
      spellCheck={false}
      {...rest}
      type="text"
      onChange={change}
      className={clsx(controlClass, "max-w-56 text-xl! font-semibold tracking-[0.35em]", className)}
    />
  );
}
