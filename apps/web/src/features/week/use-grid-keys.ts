"use client";
import { type KeyboardEvent, useState } from "react";
import type { GridItem } from "./grid-items";
import { isSameSpan, movedBy, type Span, STEP_MIN, withLength } from "./grid-span";
import type { Ghost } from "./use-grid-drag";

type GridKeysProps = {
  items: readonly GridItem[];
  days: number;
  /** Read out while a time is on its way. */
  say: (span: Span | null) => void;
  onMove: (item: GridItem, span: Span) => void;
};

const ARROWS: Readonly<Record<string, readonly [days: number, min: number]>> = {
  ArrowUp: [0, -STEP_MIN],
  ArrowDown: [0, STEP_MIN],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const LENGTHS: Readonly<Record<string, number>> = { "+": STEP_MIN, "=": STEP_MIN, "-": -STEP_MIN };

/** Where an arrow leads: the next of the day, or what is nearest by the clock on the next day that has anything. */
function neighbour(items: readonly GridItem[], from: GridItem, key: string): GridItem | undefined {
  const inOrder = items.toSorted((a, b) => a.day - b.day || a.startMin - b.startMin);
  const ofDay = inOrder.filter(({ day }) => day === from.day);
  const at = ofDay.findIndex((item) => item.key === from.key);
  if (key === "Home") return ofDay[0];
  if (key === "End") return ofDay.at(-1);
  if (key === "ArrowUp") return ofDay[at - 1];
  if (key === "ArrowDown") return ofDay[at + 1];
  const ahead = key === "ArrowRight" ? inOrder : inOrder.toReversed();
  const next = ahead.find(({ day }) => (key === "ArrowRight" ? day > from.day : day < from.day));
  if (!next) return undefined;
  return inOrder
    .filter(({ day }) => day === next.day)
    .toSorted((a, b) => Math.abs(a.startMin - from.startMin) - Math.abs(b.startMin - from.startMin))[0];
}

const boxOf = (root: Element, key: string) =>
  [...root.querySelectorAll<HTMLElement>("[data-box]")].find((box) => box.dataset.box === key);

/**
 * What dragging does, by keyboard: arrows go from box to box; Shift with arrows carries a free one, + and − change its
 * length, Enter puts it down there and Esc back.
 */
export function useGridKeys({ items, days, say, onMove }: GridKeysProps) {
  const [carried, setCarried] = useState<Ghost | null>(null);
  const letGo = () => {
    if (!carried) return;
    setCarried(null);
    say(null);
  };
  function carry(item: GridItem, change: (span: Span) => Span) {
    const span = change(carried?.key === item.key ? carried.span : item);
    setCarried({ key: item.key, span });
    say(span);
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { key } = event;
    const box = (event.target as Element).closest<HTMLElement>("[data-box]");
    const item = items.find((each) => each.key === box?.dataset.box);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const isMovable = item.place?.isMovable === true;
    const [arrow, longer] = [ARROWS[key], LENGTHS[key]];
    if (arrow && (event.shiftKey || carried)) {
      if (isMovable) carry(item, (span) => movedBy(span, ...arrow, days));
    } else if (longer !== undefined && isMovable) {
      carry(item, (span) => withLength(span, span.lengthMin + longer));
    } else if (carried && key === "Enter") {
      setCarried(null);
      if (!isSameSpan(item, carried.span)) onMove(item, carried.span);
    } else if (carried && key === "Escape") letGo();
    else if (arrow || key === "Home" || key === "End") {
      const next = neighbour(items, item, key);
      if (next)
        boxOf(event.currentTarget, next.key)?.querySelector<HTMLElement>("a, button, [tabindex]")?.focus();
    } else return;
    event.preventDefault();
  }
  return { carried, onKeyDown, onBlur: letGo };
}
