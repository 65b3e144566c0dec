"use client";
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { GridItem } from "./grid-items";
import { drawn, isSameSpan, movedBy, type Scale, type Span, withLength } from "./grid-span";

type Grip = Readonly<{
  kind: "draw" | "move" | "resize";
  item: GridItem | null;
  from: Span;
  at: { x: number; y: number };
}>;
export type Ghost = Readonly<{ key: string | null; span: Span }>;

type GridDragProps = {
  columns: RefObject<HTMLElement | null>;
  scale: Scale;
  days: number;
  usualMin: number;
  itemOf: (key: string) => GridItem | undefined;
  onDraw: (span: Span) => void;
  onMove: (item: GridItem, span: Span) => void;
};

/** Nearer than this, a press is a press and no drag; pixels. */
const SLACK_PX = 4;

/**
 * Dragging with a mouse or a pen over the columns: empty time is drawn, a free place is moved, its lower edge resized.
 * A finger scrolls. Esc lets go.
 */
export function useGridDrag({ columns, scale, days, usualMin, itemOf, onDraw, onMove }: GridDragProps) {
  const grip = useRef<Grip>(undefined);
  const wasDrag = useRef(false);
  const [ghost, setGhost] = useState<Ghost | null>(null);

  const drop = () => {
    grip.current = undefined;
    setGhost(null);
  };
  const isDragging = ghost !== null;
  useEffect(() => {
    if (!isDragging) return;
    const letGo = (event: KeyboardEvent) => event.key === "Escape" && drop();
    document.addEventListener("keydown", letGo);
    return () => document.removeEventListener("keydown", letGo);
  }, [isDragging]);

  const pointAt = ({ clientX, clientY }: PointerEvent) => {
    const box = columns.current?.getBoundingClientRect();
    if (!box) return { day: 0, min: 0 };
    const day = Math.floor(((clientX - box.left) / box.width) * days);
    return { day, min: scale.fromMin + (clientY - box.top) / scale.pxPerMin };
  };
  function gripOf(event: PointerEvent): Grip | undefined {
    const target = event.target as Element;
    const at = { x: event.clientX, y: event.clientY };
    const key = target.closest<HTMLElement>("[data-box]")?.dataset.box;
    if (key !== undefined) {
      const item = itemOf(key);
      if (!item?.place?.isMovable) return undefined;
      return { kind: target.closest("[data-edge]") ? "resize" : "move", item, from: item, at };
    }
    const { day, min } = pointAt(event);
    const from = movedBy({ day, startMin: min, lengthMin: usualMin }, 0, 0, days);
    return { kind: "draw", item: null, from, at };
  }
  function spanAt(event: PointerEvent, { kind, from, at }: Grip): Span {
    const { day, min } = pointAt(event);
    const byMin = (event.clientY - at.y) / scale.pxPerMin;
    if (kind === "draw") return drawn(from, min, usualMin);
    if (kind === "resize") return withLength(from, from.lengthMin + byMin);
    return movedBy({ ...from, day: 0 }, day, byMin, days);
  }
  return {
    ghost,
    handlers: {
      onPointerDown(event: PointerEvent) {
        wasDrag.current = false;
        if (event.button === 0 && event.pointerType !== "touch") grip.current = gripOf(event);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const held = grip.current;
        if (!held) return;
        const isFar = Math.hypot(event.clientX - held.at.x, event.clientY - held.at.y) > SLACK_PX;
        if (!ghost && !isFar) return;
        if (!ghost) event.currentTarget.setPointerCapture(event.pointerId);
        setGhost({ key: held.item?.key ?? null, span: spanAt(event, held) });
      },
      onPointerUp(event: PointerEvent) {
        const held = grip.current;
        if (held && ghost) {
          wasDrag.current = true;
          const span = spanAt(event, held);
          if (!held.item) onDraw(span);
          else if (!isSameSpan(held.item, span)) onMove(held.item, span);
        }
        drop();
      },
      onPointerCancel: drop,
      /** The press that ends a drag opens nothing. */
      onClickCapture(event: { preventDefault: () => void; stopPropagation: () => void }) {
        if (!wasDrag.current) return;
        wasDrag.current = false;
        event.preventDefault();
        event.stopPropagation();
      },
    },
  };
}
