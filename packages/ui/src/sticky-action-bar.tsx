import type { ReactNode } from "react";

/**
 * The screen's one act at the thumb, on phones only (from 768 px on the act stands in the page). Give the page's main
 * `max-md:pb-24`. `summary`: what the act is about, in two short lines.
 */
export function StickyActionBar({ summary, children }: { summary?: ReactNode; children: ReactNode }) {
  return (
    <div
      data-print="never"
      className="fixed inset-x-0 bottom-0 z-20 flex items-center justify-between gap-4 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:hidden"
    >
      {summary && <div className="min-w-0 text-sm leading-snug">{summary}</div>}
      <div className={summary ? "shrink-0" : "w-full"}>{children}</div>
    </div>
  );
}
