import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Spinner } from "./spinner";

export type ButtonLook = {
  /** `primary` once per screen; `quiet` beside it; `danger` for what cannot be undone; `ghost` in bars and rows. */
  variant?: "primary" | "quiet" | "danger" | "ghost";
  size?: "normal" | "small";
  /** As wide as its container. */
  block?: boolean;
};

const VARIANT = {
  primary: "border-transparent bg-leaf text-on-leaf hocus:bg-leaf-strong",
  quiet: "border-line-strong text-leaf hocus:border-leaf hocus:bg-leaf-soft hocus:text-leaf-strong",
  danger: "border-transparent bg-brick text-on-brick hocus:bg-brick-strong",
  ghost: "border-transparent text-leaf hocus:bg-leaf-soft hocus:text-leaf-strong",
} as const;

const SIZE = {
  normal: "min-h-11 px-[18px] text-base",
  small: "min-h-9 px-3 text-sm touch:min-h-11",
} as const;

/** The look of a button, for a link that is the screen's act: `<Link className={buttonClass({ variant: "quiet" })}>`. */
export function buttonClass({
  variant = "primary",
  size = "normal",
  block = false,
}: ButtonLook = {}): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-md border py-1.5 text-center leading-tight font-semibold no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint aria-busy:cursor-progress",
    VARIANT[variant],
    SIZE[size],
    block && "w-full",
  );
}

type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** The act is under way: stays focusable, ignores presses, says so to assistive technology. */
    pending?: boolean;
    /** Replaces the label while pending, e.g. "Saving…". */
    pendingLabel?: ReactNode;
  };

export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    block,
    pending = false,
    pendingLabel,
    className,
    children,
    onClick,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      // Not `disabled`: that would drop the focus of whoever has just pressed it. A second submit is refused here.
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={clsx(buttonClass({ variant, size, block }), className)}
    >
      {pending && <Spinner />}
      {pending ? (pendingLabel ?? children) : children}
    </button>
  );
}
