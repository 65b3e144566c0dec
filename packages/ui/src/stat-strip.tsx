import { clsx } from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { type LinkAs, linkClass } from "./link";

export type Stat = {
  key: string;
  label: ReactNode;
  /** Formatted, with its unit. */
  value: ReactNode;
  /** Against the period before. The sign says the direction, the tone whether that is good. */
  change?: { text: ReactNode; tone: "good" | "bad" | "none"; direction?: "up" | "down" };
  /** What the number is made of. */
  href?: string;
};

const CHANGE = { good: "text-leaf", bad: "text-brick", none: "text-ink-faint" } as const;
const SIGN = { up: ArrowUp, down: ArrowDown } as const;

/** The arrow only repeats what the text and its tone say. */
function Change({ text, tone, direction }: NonNullable<Stat["change"]>) {
  const Sign = direction && SIGN[direction];
  return (
    <dd className={clsx("flex items-center gap-1 text-xs", CHANGE[tone])}>
      {Sign && <Sign aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />}
      {text}
    </dd>
  );
}

/** The head figures of a console page, in one strip. */
export function StatStrip({ stats, linkAs: As = "a" }: { stats: readonly Stat[]; linkAs?: LinkAs }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-flow-col md:auto-cols-fr md:grid-cols-none">
      {stats.map(({ key, label, value, change, href }) => (
        <div key={key} className="flex flex-col bg-surface px-4.5 py-4 max-md:last:odd:col-span-2">
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="font-serif text-2xl whitespace-nowrap">
            {href ? (
              <As href={href} className={clsx(linkClass("plain"), "font-normal!")}>
                {value}
              </As>
            ) : (
              value
            )}
          </dd>
          {change && <Change {...change} />}
        </div>
      ))}
    </dl>
  );
}
