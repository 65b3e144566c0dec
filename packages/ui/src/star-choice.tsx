"use client";
import { clsx } from "clsx";
import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { FieldGroup } from "./field-group";

const FIVE = [1, 2, 3, 4, 5] as const;
type Stars = (typeof FIVE)[number];

type StarChoiceProps = {
  legend: ReactNode;
  name: string;
  /** 0: none chosen yet */
  value: Stars | 0;
  onValueChange: (value: Stars) => void;
  /** What a number of stars is called, e.g. "4 stars: good". */
  labelOf: (stars: Stars) => string;
  hint?: ReactNode;
  error?: ReactNode;
  id?: string;
};

/** One to five stars as native radios of 44 px: arrows move, each is read with its meaning, the chosen one's stands beside. */
export function StarChoice({
  legend,
  name,
  value,
  onValueChange,
  labelOf,
  hint,
  error,
  id,
}: StarChoiceProps) {
  return (
    <FieldGroup legend={legend} hint={hint} error={error} id={id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="-ms-2.5 flex">
          {FIVE.map((star) => (
            <label
              key={star}
              className="relative inline-flex size-11 items-center justify-center rounded-md has-focus-visible:outline-3 has-focus-visible:-outline-offset-2 has-focus-visible:outline-leaf"
            >
              <input
                type="radio"
                name={name}
                value={star}
                checked={value === star}
                onChange={() => onValueChange(star)}
                aria-label={labelOf(star)}
                aria-invalid={error ? true : undefined}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              <Star
                aria-hidden
                size={28}
                strokeWidth={1.75}
                className={clsx(
                  "pointer-events-none",
                  star <= value ? "fill-current text-leaf" : "text-ink-soft",
                )}
              />
            </label>
          ))}
        </div>
        {value !== 0 && (
          <span aria-hidden className="font-semibold">
            {labelOf(value)}
          </span>
        )}
      </div>
    </FieldGroup>
  );
}
