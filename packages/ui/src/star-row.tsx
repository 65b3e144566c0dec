import { clsx } from "clsx";
import { Star } from "lucide-react";

const FIVE = [1, 2, 3, 4, 5] as const;

type StarRowProps = {
  /** How many are full, 0 to 5; parts are rounded. */
  value: number;
  /** Read instead of the stars, e.g. "4 of 5 stars"; none where the words stand beside. */
  label?: string;
  size?: number;
};

/** A number of stars, to be looked at. Full ones are filled, the others outlined: no colour is needed to tell. */
export function StarRow({ value, label, size = 16 }: StarRowProps) {
  return (
    <span className="inline-flex items-center gap-0.5">
      {label && <span className="sr-only">{label}</span>}
      {FIVE.map((star) => (
        <Star
          key={star}
          aria-hidden
          size={size}
          strokeWidth={1.75}
          className={clsx(star <= Math.round(value) ? "fill-current text-ink" : "text-ink-faint")}
        />
      ))}
    </span>
  );
}
