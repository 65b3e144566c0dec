import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** A button that shows only an icon; `label` is its name. The icon: lucide, size 20, strokeWidth 1.75. */
export function IconButton({
  label,
  icon,
  className,
  ...rest
}: Omit<ComponentProps<"button">, "children" | "aria-label"> & { label: string; icon: ReactNode }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className={clsx(
        "inline-grid size-9 shrink-0 place-items-center rounded-md text-ink-soft transition-colors hocus:bg-sunken hocus:text-ink disabled:text-ink-faint touch:size-11",
        className,
      )}
    >
      {icon}
    </button>
  );
}
