import type { ReactNode } from "react";
import type { LinkAs } from "./link";

/** The wordmark, leading home. */
export function Brand({ name, href, linkAs: As = "a" }: { name: ReactNode; href: string; linkAs?: LinkAs }) {
  return (
    <As
      href={href}
      className="inline-flex min-h-11 items-center rounded-sm font-serif text-xl text-leaf-strong no-underline"
    >
      {name}
    </As>
  );
}
