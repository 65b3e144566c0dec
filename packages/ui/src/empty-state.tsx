import type { ReactNode } from "react";

/** Nothing here yet: one line that says what to do next, with one act. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  /** lucide, size 28 */
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong px-6 py-12 text-center">
      {icon && <span className="text-ink-faint">{icon}</span>}
      <p className="text-lg font-semibold text-balance">{title}</p>
      {children && <p className="max-w-prose text-ink-soft">{children}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
