"use client";
import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

/** The browser's own list: right on phones, with the keyboard and with screen readers. Options as children. */
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select
        {...useFieldWiring()}
        {...rest}
        className={clsx(controlClass, "appearance-none pe-10", className)}
      />
      <ChevronDown
        aria-hidden
        size={18}
        strokeWidth={1.75}
        className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-soft"
      />
    </span>
  );
}
