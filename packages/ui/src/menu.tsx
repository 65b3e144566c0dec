"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import type { LinkAs } from "./link";

export type MenuItem = {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  tone?: "bad";
  disabled?: boolean;
} & ({ onSelect: () => void; href?: never } | { href: string; onSelect?: never });

type MenuProps = {
  /** What the trigger shows; with an icon only, give `label` too. */
  trigger: ReactNode;
  label?: string;
  /** e.g. `chipClass()`, `buttonClass({ variant: "ghost", size: "small" })`. */
  triggerClassName: string;
  items: readonly MenuItem[];
  linkAs?: LinkAs;
  align?: "start" | "end";
};

/** A few acts behind one button: arrows, first letters, Esc. For choosing a value use Select. */
export function Menu({
  trigger,
  label,
  triggerClassName,
  items,
  linkAs: As = "a",
  align = "end",
}: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger aria-label={label} className={triggerClassName}>
        {trigger}
      </BaseMenu.Trigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} align={align} className="z-40">
          <BaseMenu.Popup className="min-w-44 animate-rise rounded-md border border-line bg-surface p-1 text-ink shadow-float outline-none">
            {items.map((item) => {
              const className = clsx(
                "flex min-h-9 cursor-default items-center gap-2 rounded-sm px-3 text-sm no-underline outline-none select-none data-disabled:text-ink-faint data-highlighted:bg-sunken touch:min-h-11",
                item.tone === "bad" ? "text-brick" : "text-ink",
              );
              const content = (
                <>
                  {item.icon}
                  {item.label}
                </>
              );
              return item.href === undefined ? (
                <BaseMenu.Item
                  key={item.key}
                  disabled={item.disabled}
                  onClick={item.onSelect}
                  className={className}
                >
                  {content}
                </BaseMenu.Item>
              ) : (
                <BaseMenu.LinkItem
                  key={item.key}
                  closeOnClick
                  render={<As href={item.href} />}
                  className={className}
                >
                  {content}
                </BaseMenu.LinkItem>
              );
            })}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
