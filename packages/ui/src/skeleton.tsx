import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A grey shape where something will come; give it that thing's size: `<Skeleton className="h-5 w-40" />`. */
export function Skeleton({ className, round = false }: { className?: string; round?: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "block max-w-full animate-breathe bg-line",
        round ? "rounded-full" : "rounded-sm",
        className,
      )}
    />
  );
}

/** Around skeletons: says once that something is loading. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div aria-busy="true">
      <span role="status" className="sr-only">
        {label}
      </span>
      {children}
    </div>
  );
}
