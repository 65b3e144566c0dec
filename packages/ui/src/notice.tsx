import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const KIND = {
  info: { Icon: Info, ground: "border-sky bg-sky-soft", mark: "text-sky" },
  ok: { Icon: CircleCheck, ground: "border-leaf bg-leaf-soft", mark: "text-leaf-strong" },
  warn: { Icon: TriangleAlert, ground: "border-turmeric bg-turmeric-soft", mark: "text-turmeric" },
  bad: { Icon: CircleAlert, ground: "border-brick bg-brick-soft", mark: "text-brick" },
} as const;

type NoticeProps = {
  kind?: keyof typeof KIND;
  title?: ReactNode;
  children?: ReactNode;
  /** The way on: a link or a small button. */
  action?: ReactNode;
  /**
   * Whether it is read out when it appears: `alert` at once (default for `bad`), `status` when quiet; `none` for what
   * stands there from the start.
   */
  live?: "alert" | "status" | "none";
};

/** A sentence beside what it is about. */
export function Notice({ kind = "info", title, children, action, live }: NoticeProps) {
  const { Icon, ground, mark } = KIND[kind];
  const role = live ?? (kind === "bad" ? "alert" : "none");
  return (
    <div
      role={role === "none" ? undefined : role}
      className={clsx("flex items-start gap-3 rounded-md border px-4 py-3 text-sm text-ink", ground)}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} className={clsx("mt-px shrink-0", mark)} />
      <div className="min-w-0 flex-1">
        {title && <p className={clsx("font-semibold", mark)}>{title}</p>}
        {children && <div>{children}</div>}
        {action && <div className="mt-2 flex flex-wrap items-center gap-3">{action}</div>}
      </div>
    </div>
  );
}
