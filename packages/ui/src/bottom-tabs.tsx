import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { LinkAs } from "./link";
import type { NavItem } from "./nav-item";

export const bottomTabClass = (isCurrent = false): string =>
  clsx(
    "flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-1 text-xs leading-tight no-underline -outline-offset-3!",
    isCurrent ? "font-semibold text-leaf" : "text-ink-soft",
  );

type BottomTabsProps = {
  label: string;
  /** Up to four; what else there is goes into `more`. */
  items: readonly NavItem[];
  linkAs?: LinkAs;
  /** A BottomTabsMore. */
  more?: ReactNode;
};

/** The portal's places at the thumb, below 1024 px. */
export function BottomTabs({ label, items, linkAs: As = "a", more }: BottomTabsProps) {
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="flex">
        {items.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <As
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={clsx(
                bottomTabClass(item.current),
                item.current && "inset-shadow-[0_3px_0_var(--color-leaf)]",
              )}
            >
              {item.icon}
              <span className="max-w-full truncate">{item.label}</span>
            </As>
          </li>
        ))}
        {more && <li className="min-w-0 flex-1">{more}</li>}
      </ul>
    </nav>
  );
}
