"use client";
import { type ReactNode, useId } from "react";
import { FieldError } from "./field";

type FieldGroupProps = {
  legend: ReactNode;
  /** `strong` for a group of filters, `soft` inside a form. */
  tone?: "soft" | "strong";
  hint?: ReactNode;
  error?: ReactNode;
  /** Where an error summary's link leads; the first control takes the focus. */
  id?: string;
  children: ReactNode;
};

/** Several controls under one legend: checkboxes, chips, the parts of a date. */
export function FieldGroup({ legend, tone = "soft", hint, error, id, children }: FieldGroupProps) {
  const made = useId();
  const groupId = id ?? made;
  const hintId = hint ? `${groupId}-hint` : undefined;
  const errorId = error ? `${groupId}-error` : undefined;
  return (
    <fieldset
      id={groupId}
      aria-describedby={[errorId, hintId].filter(Boolean).join(" ") || undefined}
      className="flex min-w-0 flex-col gap-1"
    >
      <legend className={tone === "strong" ? "mb-2 font-semibold" : "mb-1 text-sm text-ink-soft"}>
        {legend}
      </legend>
      {children}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {hint && (
        <p id={hintId} className="text-xs text-ink-soft">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
