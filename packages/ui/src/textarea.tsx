"use client";
import { clsx } from "clsx";
import { type ChangeEvent, type ComponentProps, type ReactNode, useState } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

type TextareaProps = ComponentProps<"textarea"> & {
  /** The counter's line for the number of characters (code units, as zod counts), e.g. "87 of 2,000 characters". */
  counter?: (length: number) => ReactNode;
};

/** Grows with what is typed where the browser can. */
export function Textarea({ counter, className, onChange, ...rest }: TextareaProps) {
  const [length, setLength] = useState(String(rest.value ?? rest.defaultValue ?? "").length);
  const shown = rest.value === undefined ? length : String(rest.value).length;
  function change(event: ChangeEvent<HTMLTextAreaElement>) {
    setLength(event.target.value.length);
    onChange?.(event);
  }
  return (
    <>
      <textarea
        rows={4}
        {...useFieldWiring()}
        {...rest}
        onChange={change}
        className={clsx(controlClass, "field-sizing-content min-h-26 resize-y", className)}
      />
      {counter && <p className="text-xs text-ink-soft">{counter(shown)}</p>}
    </>
  );
}
