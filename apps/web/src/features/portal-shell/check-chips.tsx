"use client";
import { FieldGroup } from "@amrutam/ui/field-group";
import type { ComponentProps, ReactNode } from "react";

type CheckChipsProps = {
  legend: ReactNode;
  /** Legend for assistive technology only, where the row around says what it is about. */
  hideLegend?: boolean;
  options: readonly { value: string; label: ReactNode }[];
  /** Of a form library: `register("modes")`. */
  inputProps: Omit<ComponentProps<"input">, "type" | "value" | "className">;
  error?: ReactNode;
  id?: string;
};

/** Any of a few, as chips that are native checkboxes. */
export function CheckChips({ legend, hideLegend, options, inputProps, error, id }: CheckChipsProps) {
  return (
    <FieldGroup
      legend={hideLegend ? <span className="sr-only">{legend}</span> : legend}
      error={error}
      id={id}
    >
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative inline-flex min-h-9 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-3 text-sm leading-tight transition-colors has-checked:border-leaf has-checked:bg-leaf-soft has-checked:font-semibold has-checked:text-leaf-strong has-checked:inset-ring has-checked:inset-ring-leaf has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf touch:min-h-11 touch:px-4"
          >
            <input
              type="checkbox"
              {...inputProps}
              value={option.value}
              aria-invalid={error ? true : undefined}
              className="absolute inset-0 cursor-[inherit] opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
