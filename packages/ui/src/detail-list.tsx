import type { ReactNode } from "react";

/** Terms and what they are, in two columns; one below the other on narrow screens. */
export function DetailList({
  items,
}: {
  items: readonly { key: string; term: ReactNode; detail: ReactNode }[];
}) {
  return (
    <dl className="grid gap-x-6 text-sm sm:gap-y-2 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {items.map(({ key, term, detail }) => (
        <div key={key} className="contents">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0 max-sm:mb-2">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
