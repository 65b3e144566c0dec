import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One line under it: how many, which zone. */
  subtitle?: ReactNode;
  /** Above the title, e.g. a link back. */
  back?: ReactNode;
  /** At the right, below on phones. */
  actions?: ReactNode;
  /** `dense` for the console, whose pages begin with figures. */
  size?: "normal" | "dense";
};

/** The page's h1. It takes the focus when a script moves it there after a change of page. */
export function PageHeader({ title, subtitle, back, actions, size = "normal" }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back}
        <h1 tabIndex={-1} className={size === "dense" ? "text-2xl" : undefined}>
          {title}
        </h1>
        {subtitle && <p className="mt-1 text-sm text-ink-soft">{subtitle}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
