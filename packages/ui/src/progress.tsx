import type { ReactNode } from "react";

/**
 * How far long work has come.
 * @param value 0 to `max`; absent while that is unknown
 */
export function Progress({
  label,
  value,
  max = 100,
  text,
}: {
  label: string;
  value?: number;
  max?: number;
  text?: ReactNode;
}) {
  return (
    <div className="flex items-center gap-3 text-sm">
      <progress
        aria-label={label}
        value={value}
        max={max}
        className="h-2 w-full flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-leaf [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-leaf"
      />
      {text && <span className="text-ink-soft">{text}</span>}
    </div>
  );
}
