import { ChevronRight } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

/** Native details: opens without script and is found by the browser's search. `name` makes a group open one at a time. */
export function Disclosure({
  summary,
  children,
  ...rest
}: Omit<ComponentProps<"details">, "className"> & { summary: ReactNode }) {
  return (
    <details {...rest} className="group/disclosure">
      <summary className="flex min-h-9 list-none items-center gap-1.5 rounded-sm text-leaf hocus:text-leaf-strong touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          size={18}
          strokeWidth={1.75}
          className="shrink-0 transition-transform group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-1 pb-3 ps-6">{children}</div>
    </details>
  );
}
