import { clsx } from "clsx";
import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "bad" | "info" | "none";

const TONE = {
  ok: "bg-leaf-soft text-leaf-strong",
  warn: "bg-turmeric-soft text-turmeric",
  bad: "bg-brick-soft text-brick",
  info: "bg-sky-soft text-sky",
  none: "bg-sunken text-ink-soft inset-ring inset-ring-line",
} as const;

/** A state in a word or two. The words carry it, the tone only helps. */
export function Tag({
  tone = "none",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        "inline-flex h-fit w-fit items-center gap-1 rounded-sm px-2 py-0.5 align-middle text-xs font-semibold",
        // On a card of its own colour the ground would vanish.
        "in-[.bg-leaf-soft]:bg-surface",
        TONE[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
