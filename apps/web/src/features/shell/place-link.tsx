"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A place of the top bar, marked when the viewer is there. */
export function PlaceLink({ href, children }: { href: string; children: ReactNode }) {
  const isHere = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      // Fetched when it is gone to: on a slow network the page that is read comes first.
      prefetch={false}
      // In the menu it would stay open over the new page.
      onClick={(event) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover()}
      aria-current={isHere ? "page" : undefined}
      className={`inline-flex min-h-11 items-center rounded-sm px-1 no-underline hocus:text-leaf-strong hocus:underline ${
        isHere ? "font-semibold text-leaf-strong" : "text-ink"
      }`}
    >
      {children}
    </Link>
  );
}
