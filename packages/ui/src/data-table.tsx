import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import type { LinkAs } from "./link";

// A region that scrolls must be reachable by keyboard, or its right half is lost to whoever has no pointer.
const SCROLLABLE = { tabIndex: 0 } as const;

/**
 * A dense table in a region that scrolls sideways and can be reached by keyboard.
 * @param label names the region and the table
 */
export function DataTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      {...SCROLLABLE}
      aria-label={label}
      className="scroll-edges relative w-full overflow-x-auto -outline-offset-3!"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{label}</caption>
        {children}
      </table>
    </section>
  );
}

type ThProps = Omit<ComponentProps<"th">, "className"> & {
  numeric?: boolean;
  /** A column that can be sorted: where the next order lives. */
  sortHref?: string;
  /** The order in force, if this is the sorted column. */
  sorted?: "ascending" | "descending";
  linkAs?: LinkAs;
};

export function Th({ numeric = false, sortHref, sorted, linkAs: As = "a", children, ...rest }: ThProps) {
  const Arrow = sorted === "ascending" ? ArrowUp : sorted === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sorted}
      className={clsx(
        "border-b border-line-strong bg-sunken px-3 py-2 font-semibold whitespace-nowrap text-ink-soft first:ps-4 last:pe-4",
        numeric ? "text-end" : "text-start",
      )}
    >
      {sortHref ? (
        <As
          href={sortHref}
          className={clsx(
            "inline-flex min-h-6 items-center gap-1 rounded-sm no-underline hocus:text-ink touch:min-h-11",
            sorted ? "text-ink" : "text-ink-soft",
          )}
        >
          {children}
          <Arrow aria-hidden size={14} strokeWidth={1.75} />
        </As>
      ) : (
        children
      )}
    </th>
  );
}

type TdProps = Omit<ComponentProps<"td">, "className"> & {
  numeric?: boolean;
  /** For what is rarely read: ids, addresses. */
  faint?: boolean;
  nowrap?: boolean;
};

export function Td({ numeric = false, faint = false, nowrap = false, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={clsx(
        "h-11 border-b border-line px-3 py-1.5 first:ps-4 last:pe-4 in-[tr:last-child]:border-b-0",
        numeric && "text-end whitespace-nowrap",
        faint && "text-ink-soft",
        nowrap && "whitespace-nowrap",
      )}
    />
  );
}

/** A row; lights up under the pointer. */
export function Tr(props: Omit<ComponentProps<"tr">, "className">) {
  return <tr {...props} className="in-[tbody]:hover:bg-paper" />;
}
