import { clsx } from "clsx";

const COLOUR = { bad: "bg-brick", warn: "bg-turmeric", ok: "bg-leaf" } as const;

type LevelBarProps = {
  /** Steps filled. */
  level: number;
  steps: number;
  tone: keyof typeof COLOUR;
};

/** How far something has come, in a few steps. Says nothing by itself: the words stand beside it. */
export function LevelBar({ level, steps, tone }: LevelBarProps) {
  return (
    <div aria-hidden className="flex gap-1">
      {Array.from({ length: steps }, (_, index) => index + 1).map((step) => (
        <span
          key={step}
          className={clsx(
            "h-1.5 flex-1 rounded-full transition-colors",
            step <= level ? COLOUR[tone] : "bg-line",
          )}
        />
      ))}
    </div>
  );
}
