"use client";
import { clsx } from "clsx";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { bottomTabClass } from "./bottom-tabs";
import type { LinkAs } from "./link";
import type { NavItem } from "./nav-item";
import { Sheet } from "./sheet";

type BottomTabsMoreProps = {
  label: ReactNode;
  title: ReactNode;
  closeLabel: string;
  items: readonly NavItem[];
  linkAs?: LinkAs;
  /** Below the places, e.g. sign-out. */
  footer?: ReactNode;
};

/** The last tab: the remaining places in a sheet. */
export function BottomTabsMore({
  label,
  title,
  closeLabel,
  items,
  linkAs: As = "a",
  footer,
}: BottomTabsMoreProps) {
  const [isOpen, setOpen] = useState(false);
  const isHere = items.some((item) => item.current);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={bottomTabClass(isHere)}
      >
        <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
        {label}
      </button>
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={title} closeLabel={closeLabel}>
        <ul className="flex flex-col">
          {items.map((item) => (
            <li key={item.href}>
              <As
                href={item.href}
                aria-current={item.current ? "page" : undefined}
                onClick={() => setOpen(false)}
                className={clsx(
                  "flex min-h-12 items-center gap-3 rounded-md px-2 text-ink no-underline",
                  item.current && "bg-leaf-soft font-semibold text-leaf-strong",
                )}
              >
                {item.icon}
                <span className="flex-1">{item.label}</span>
                {item.badge}
              </As>
            </li>
          ))}
        </ul>
        {footer}
      </Sheet>
    </>
  );
}
