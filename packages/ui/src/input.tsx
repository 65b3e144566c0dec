"use client";
import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { useFieldWiring } from "./field";

/** The look every text-like control shares. 16 px, or phones would zoom in on focus. */
export const controlClass =
  "block min-h-11 w-full min-w-0 rounded-md border border-field-line bg-surface px-3 py-2 text-base text-ink transition-colors hover:border-ink-soft focus-visible:border-leaf focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-faint read-only:not-[select]:bg-sunken aria-invalid:border-brick aria-invalid:outline-brick";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input type="text" {...useFieldWiring()} {...rest} className={clsx(controlClass, className)} />;
}
