import type { ReactNode } from "react";

type TopBarProps = {
  brand: ReactNode;
  /** Links, seen from 768 px on; on phones they belong in `actions` as a Menu. */
  nav?: ReactNode;
  navLabel?: string;
  /** Language, sign-in, a countdown. */
  actions?: ReactNode;
};

/** The head of a public or patient page. */
export function TopBar({ brand, nav, navLabel, actions }: TopBarProps) {
  return (
    <header data-print="never" className="border-b border-line bg-surface">
      <div className="flex min-h-14 items-center justify-between gap-3 px-4 py-1.5 md:min-h-16 md:px-6">
        {brand}
        <div className="flex min-w-0 items-center justify-end gap-2 text-sm md:gap-3">
          {nav && (
            <nav aria-label={navLabel} className="hidden items-center gap-4 md:flex">
              {nav}
            </nav>
          )}
          {actions}
        </div>
      </div>
    </header>
  );
}
