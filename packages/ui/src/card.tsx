import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

type CardProps = ComponentProps<"section"> & {
  as?: "section" | "article" | "div" | "li" | "aside";
  /** `none` for a card that holds a table to its edges. */
  padding?: "normal" | "small" | "none";
  /** `leaf` marks the one that is now; `flat` sits on a surface already. */
  tone?: "surface" | "leaf" | "flat";
};

export function Card({
  as = "section",
  padding = "normal",
  tone = "surface",
  className,
  ...rest
}: CardProps) {
  const As = as as "section";
  return (
    <As
      {...rest}
      className={clsx(
        "min-w-0 rounded-lg border",
        tone === "leaf" ? "border-leaf bg-leaf-soft" : "border-line bg-surface",
        tone === "surface" && "shadow-card",
        padding === "normal" && "p-4 md:p-6",
        padding === "small" && "p-3.5",
        padding === "none" && "overflow-hidden",
        className,
      )}
    />
  );
}

/** A card's title on the left and one link or small button on the right. `inset` in a card without padding. */
export function CardHeader({
  title,
  action,
  inset = false,
  level = 3,
}: {
  title: ReactNode;
  action?: ReactNode;
  inset?: boolean;
  /** 2 where the card stands right under the page's h1; it looks the same. */
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={clsx(
        "flex flex-wrap items-center justify-between gap-x-4 gap-y-1",
        inset && "px-4.5 py-3.5",
      )}
    >
      <Heading className="font-sans text-lg leading-snug font-semibold">{title}</Heading>
      {action}
    </div>
  );
}
