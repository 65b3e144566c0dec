import { clsx } from "clsx";
import type { ComponentType, ReactNode } from "react";

/** What a component needs of a link; `next/link` fits, and so does "a". */
export type LinkProps = {
  href: string;
  className?: string;
  children?: ReactNode;
  rel?: string;
  title?: string;
  "aria-current"?: "page" | "step" | "true";
  "aria-label"?: string;
  onClick?: () => void;
};
export type LinkAs = "a" | ComponentType<LinkProps>;

/**
 * The look of a link. Inside running text (default) it is underlined, since colour alone must not tell a link;
 * `alone` for one that stands by itself (underlined on hover), with a target of 24 px, 44 under a finger;
 * `plain` inherits colour, for a name in a table.
 */
export function linkClass(kind: "inline" | "alone" | "plain" = "inline"): string {
  return clsx(
    "rounded-sm underline-offset-[3px]",
    kind === "inline" && "text-leaf underline decoration-1 hocus:text-leaf-strong hocus:decoration-2",
    kind === "alone" &&
      "inline-flex min-h-6 items-center gap-1 text-leaf no-underline hocus:text-leaf-strong hocus:underline touch:min-h-11",
    kind === "plain" && "font-medium text-ink no-underline hocus:text-leaf-strong hocus:underline",
  );
}
