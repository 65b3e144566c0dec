import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { LinkAs } from "./link";
import type { NavItem } from "./nav-item";

type SideNavProps = {
  label: string;
  brand: ReactNode;
  /** Under the brand, e.g. the name of the portal. */
  caption?: ReactNode;
  items: readonly NavItem[];
  linkAs?: LinkAs;
  /** `dense` for the console: smaller rows, neutral mark. */
  density?: "normal" | "dense";
  /** At the foot: who is signed in, sign-out. */
  footer?: ReactNode;
};

/** The portal's places at the left; hidden below 1024 px, where BottomTabs takes over. */
export function SideNav(props: SideNavProps) {
  const { label, brand, caption, items, linkAs: As = "a", density = "normal", footer } = props;
  const isDense = density === "dense";
  return (
    <header
      data-print="never"
      className="sticky top-0 hidden h-dvh w-53 shrink-0 flex-col overflow-y-auto border-e border-line bg-surface p-4 lg:flex"
    >
      <div className="px-3 pb-3">
        {brand}
        {caption && <p className="text-xs text-ink-faint">{caption}</p>}
      </div>
      <nav aria-label={label}>
        <ul className={clsx("flex flex-col", isDense ? "gap-0.5 text-sm" : "gap-1")}>
          {items.map((item) => (
            <li key={item.href}>
              <As
                href={item.href}
                aria-current={item.current ? "page" : undefined}
                className={clsx(
                  "flex items-center gap-2.5 px-3 no-underline transition-colors",
                  isDense ? "min-h-9 rounded-sm" : "min-h-11 rounded-md",
                  !item.current && "text-ink-soft hocus:bg-sunken hocus:text-ink",
                  item.current && "font-semibold",
                  item.current && (isDense ? "bg-sunken text-ink" : "bg-leaf-soft text-leaf-strong"),
                )}
              >
                {item.icon}
                <span className="min-w-0 flex-1">{item.label}</span>
                {item.badge}
              </As>
            </li>
          ))}
        </ul>
      </nav>
      {footer && <div className="mt-auto px-3 pt-6 text-sm">{footer}</div>}
    </header>
  );
}
