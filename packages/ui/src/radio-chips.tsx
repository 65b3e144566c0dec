"use client";
import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { FieldGroup } from "./field-group";

export type RadioChipOption<V extends string> = { value: V; label: ReactNode; disabled?: boolean };

type RadioChipsProps<V extends string> = {
  legend: ReactNode;
  tone?: "soft" | "strong";
  name: string;
  options: readonly RadioChipOption<V>[];
  /** Controlled with `onValueChange`; otherwise `defaultValue`, or `inputProps` from a form library. */
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  /** Spread on every radio: `inputProps={register("mode")}`. */
  inputProps?: Omit<ComponentProps<"input">, "type" | "value" | "className" | "name"> & { name?: string };
  hint?: ReactNode;
  error?: ReactNode;
  id?: string;
};

/** One of a few, as chips that are native radios: arrows move, the legend is read first. */
export function RadioChips<V extends string>(props: RadioChipsProps<V>) {
  const { legend, tone, name, options, value, defaultValue, onValueChange, inputProps, hint, error, id } =
    props;
  return (
    <FieldGroup legend={legend} tone={tone} hint={hint} error={error} id={id}>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              "relative inline-flex min-h-8 items-center rounded-full border border-line-strong bg-surface px-3 text-sm leading-tight transition-colors touch:min-h-11 touch:px-4",
              "has-checked:border-leaf has-checked:bg-leaf-soft has-checked:font-semibold has-checked:text-leaf-strong has-checked:inset-ring has-checked:inset-ring-leaf",
              "has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-leaf",
              "has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-transparent has-disabled:text-ink-faint has-disabled:line-through",
            )}
          >
            <input
              type="radio"
              name={name}
              disabled={option.disabled}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              {...(value === undefined ? {} : { checked: value === option.value })}
              onChange={() => onValueChange?.(option.value)}
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
