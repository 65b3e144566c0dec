import { clsx } from "clsx";
import { X } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

/** The look of a chip, for links that filter and for menus' buttons. Chosen is bold and ringed, not only coloured. */
export function chipClass(isOn = false): string {
  return clsx(
    "inline-flex min-h-8 max-w-full shrink-0 items-center gap-1.5 rounded-full border px-3 py-1 text-sm leading-tight no-underline transition-colors touch:min-h-11 touch:px-4",
    isOn
      ? "border-leaf bg-leaf-soft font-semibold text-leaf-strong inset-ring inset-ring-leaf"
      : "border-line-strong bg-surface text-ink hocus:border-field-line",
  );
}

/** A toggle. */
export function Chip({
  isOn,
  children,
  ...rest
}: Omit<ComponentProps<"button">, "className"> & { isOn: boolean }) {
  return (
    <button type="button" {...rest} aria-pressed={isOn} className={chipClass(isOn)}>
      {children}
    </button>
  );
}

/** A filter in force; pressing takes it away. `removeLabel` names the act: "Remove filter Language: Hindi". */
export function RemovableChip({
  children,
  removeLabel,
  onRemove,
}: {
  children: ReactNode;
  removeLabel: string;
  onRemove: () => void;
}) {
  return (
    <button type="button" aria-label={removeLabel} onClick={onRemove} className={chipClass(false)}>
      {children}
      <X aria-hidden size={16} strokeWidth={1.75} className="text-ink-soft" />
    </button>
  );
}

/** Chips in a row: wraps on wide screens; on phones `scroll` keeps them on one line to be swept. */
export function ChipRow({ children, scroll = false }: { children: ReactNode; scroll?: boolean }) {
  return (
    <div
      className={clsx(
        "flex gap-2",
        scroll
          ? "-mx-4 overflow-x-auto px-4 py-1 whitespace-nowrap [scrollbar-width:none] md:mx-0 md:flex-wrap md:overflow-visible md:px-0"
          : "flex-wrap",
      )}
    >
      {children}
    </div>
  );
}
