import { clsx } from "clsx";
import type { ReactNode } from "react";

type AppShellProps = {
  /** A SideNav. */
  nav: ReactNode;
  /** A BottomTabs. */
  tabs?: ReactNode;
  /** Context at the right from 1280 px on; below that, open the same content in a Sheet. */
  aside?: ReactNode;
  asideLabel?: string;
  /** `reading` keeps lines short; `full` is for tables. */
  width?: "reading" | "full";
  children: ReactNode;
};

/** The frame of a portal: places at the left (at the foot on phones), the work in the middle, context at the right. */
export function AppShell({ nav, tabs, aside, asideLabel, width = "full", children }: AppShellProps) {
  return (
    <div className="flex min-h-dvh">
      {nav}
      <main
        id="main"
        tabIndex={-1}
        className={clsx("flex min-w-0 flex-1 flex-col gap-6 p-4 md:p-6", tabs ? "pb-24! lg:pb-6!" : null)}
      >
        <div
          className={clsx("flex min-w-0 flex-col gap-6", width === "reading" && "mx-auto w-full max-w-4xl")}
        >
          {children}
        </div>
      </main>
      {aside && (
        <aside
          aria-label={asideLabel}
          className="sticky top-0 hidden h-dvh w-85 shrink-0 flex-col gap-4 overflow-y-auto border-s border-line bg-surface p-6 xl:flex"
        >
          {aside}
        </aside>
      )}
      {tabs}
    </div>
  );
}
