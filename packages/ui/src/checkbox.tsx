"use client";
import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldError } from "./field";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "className"> & {
  /** May hold a link. */
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

/** A native checkbox with its label as the target. */
export function Checkbox({ label, hint, error, id, ...rest }: CheckboxProps) {
  const made = useId();
  const boxId = id ?? made;
  const hintId = hint ? `${boxId}-hint` : undefined;
  const errorId = error ? `${boxId}-error` : undefined;
  return (
    <div className="flex flex-col">
      <label
        htmlFor={boxId}
        className="flex min-h-8 items-start gap-3 py-1 text-sm touch:min-h-11 touch:py-2.5"
      >
        <input
          type="checkbox"
          id={boxId}
          aria-describedby={[errorId, hintId].filter(Boolean).join(" ") || undefined}
          aria-invalid={error ? true : undefined}
          {...rest}
          className="mt-0.5 size-[18px] shrink-0 touch:size-5"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="ms-[30px] text-xs text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <div className="ms-[30px]">
          <FieldError id={errorId}>{error}</FieldError>
        </div>
      )}
    </div>
  );
}
