import { clsx } from "clsx";
import { Check, Hourglass } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

export type SlotState = "open" | "chosen" | "held" | "taken";

/** The look, for a slot that is a link: `<Link className={slotClass("open")}><SlotLines top bottom /></Link>`. */
export function slotClass(state: SlotState = "open"): string {
  return clsx(
    "group inline-flex min-h-11 min-w-19 flex-col items-center justify-center rounded-md border px-3 py-1 text-sm leading-[1.25] font-semibold no-underline transition-colors",
    state === "open" && "border-leaf bg-surface text-leaf-strong hocus:bg-leaf-soft",
    state === "chosen" && "border-leaf bg-leaf text-on-leaf",
    state === "held" && "border-dashed border-turmeric bg-turmeric-soft text-turmeric",
    state === "taken" && "border-line bg-transparent text-ink-faint",
  );
}

/** The two lines and the mark that tells the state without colour: a tick, an hourglass, a stroke. */
export function SlotLines({
  top,
  bottom,
  state = "open",
}: {
  top: ReactNode;
  bottom: ReactNode;
  state?: SlotState;
}) {
  const Mark = state === "chosen" ? Check : state === "held" ? Hourglass : null;
  return (
    <>
      <span className={clsx("text-xs font-normal", state === "open" && "text-ink-soft")}>{top}</span>
      <span
        className={clsx(
          "inline-flex items-center gap-1 whitespace-nowrap",
          state === "taken" && "line-through",
        )}
      >
        {Mark && <Mark aria-hidden size={14} strokeWidth={2.25} className="shrink-0" />}
        {bottom}
      </span>
    </>
  );
}

type SlotButtonProps = Omit<ComponentProps<"button">, "children" | "className"> & {
  /** e.g. the day */
  top: ReactNode;
  /** e.g. the time */
  bottom: ReactNode;
  state?: SlotState;
  /** The state in words, for whoever cannot see it: "held", "taken". */
  stateLabel?: string;
};

/** A choice of two lines. Held and taken cannot be pressed but can be reached and are read out. */
export function SlotButton({ top, bottom, state = "open", stateLabel, onClick, ...rest }: SlotButtonProps) {
  const isClosed = state === "held" || state === "taken";
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isClosed ? undefined : state === "chosen"}
      aria-disabled={isClosed || undefined}
      onClick={isClosed ? undefined : onClick}
      className={clsx(slotClass(state), isClosed && "cursor-not-allowed!")}
    >
      <SlotLines top={top} bottom={bottom} state={state} />
      {stateLabel && <span className="sr-only">{stateLabel}</span>}
    </button>
  );
}
