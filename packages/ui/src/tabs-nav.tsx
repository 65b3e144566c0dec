import { clsx } from "clsx";
import type { LinkAs } from "./link";
import type { NavItem } from "./nav-item";

/** Parts of one page, each with an address of its own: links, not ARIA tabs. */
export function TabsNav({
  label,
  items,
  linkAs: As = "a",
}: {
  label: string;
  items: readonly NavItem[];
  linkAs?: LinkAs;
}) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line [scrollbar-width:none]">
      <ul className="flex gap-1">
        {items.map((item) => (
          <li key={item.href} className="shrink-0">
            <As
              href={item.href}
              aria-current={item.current ? "page" : undefined}
              className={clsx(
                "flex min-h-11 items-center gap-2 border-b-3 px-3 text-sm whitespace-nowrap no-underline -outline-offset-3! transition-colors",
                item.current
                  ? "border-leaf font-semibold text-leaf-strong"
                  : "border-transparent text-ink-soft hocus:border-line-strong hocus:text-ink",
              )}
            >
              {item.icon}
              {item.label}
              {item.badge}
            </As>
          </li>
        ))}
      </ul>
    </nav>
  );
}
