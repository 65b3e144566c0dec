import { clsx } from "clsx";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

export type Step = {
  key: string;
  label: ReactNode;
  state: "done" | "current" | "ahead";
  /** The state in words: "done". Only for `done`; the current one says so itself. */
  stateLabel?: string;
};

/** Where one is in a few steps. On phones only the current step keeps its words. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="flex items-center gap-2 text-sm">
      {steps.map((step, index) => (
        <li
          key={step.key}
          aria-current={step.state === "current" ? "step" : undefined}
          className={clsx(
            "flex items-center gap-2",
            index > 0 && "before:h-px before:w-4 before:bg-line-strong md:before:w-8",
            step.state === "current" ? "font-semibold" : "text-ink-soft",
          )}
        >
          <span
            className={clsx(
              "grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold",
              step.state === "done" && "border-leaf bg-leaf-soft text-leaf-strong",
              step.state === "current" && "border-leaf bg-leaf text-on-leaf",
              step.state === "ahead" && "border-field-line",
            )}
          >
            {step.state === "done" ? <Check aria-hidden size={14} strokeWidth={2.25} /> : index + 1}
          </span>
          <span className={clsx(step.state !== "current" && "max-md:sr-only")}>{step.label}</span>
          {step.stateLabel && <span className="sr-only">{step.stateLabel}</span>}
        </li>
      ))}
    </ol>
  );
}
