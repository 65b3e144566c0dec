import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import type { LinkAs } from "./link";

type PaginationProps = {
  label: string;
  previousLabel: ReactNode;
  nextLabel: ReactNode;
  /** Absent: there is none. */
  previousHref?: string;
  nextHref?: string;
  /** In the middle, e.g. "50 of 1,204". */
  summary?: ReactNode;
  linkAs?: LinkAs;
};

/** Back and forth through a cursor. Renders nothing when there is one page only. */
export function Pagination(props: PaginationProps) {
  const { label, previousLabel, nextLabel, previousHref, nextHref, summary, linkAs: As = "a" } = props;
  if (!previousHref && !nextHref) return null;
  const look = buttonClass({ variant: "quiet", size: "small" });
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-3 text-sm">
      {previousHref ? (
        <As href={previousHref} rel="prev" className={look}>
          <ChevronLeft aria-hidden size={18} strokeWidth={1.75} />
          {previousLabel}
        </As>
      ) : (
        <span />
      )}
      <span className="text-ink-soft">{summary}</span>
      {nextHref ? (
        <As href={nextHref} rel="next" className={look}>
          {nextLabel}
          <ChevronRight aria-hidden size={18} strokeWidth={1.75} />
        </As>
      ) : (
        <span />
      )}
    </nav>
  );
}
