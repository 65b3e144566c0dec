"use client";
import { Ban, CalendarX2, Check, Hourglass, type LucideIcon, UserX } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkPending } from "../shell/link-pending";
import type { GridItem, GridKind } from "./grid-items";
import type { Scale, Span } from "./grid-span";
import { SlotActsButton } from "./slot-acts";
import { shortTime } from "./week-clock";

/** Each kind has a border, an icon or a face of its own beside its colour. */
const LOOK: Readonly<Record<GridKind, { face: string; Icon: LucideIcon | null }>> = {
  visit: {
    face: "border-leaf border-s-4 bg-leaf-soft font-semibold text-ink hocus:border-leaf-strong",
    Icon: null,
  },
  closed: { face: "border-line border-s-4 bg-sunken text-ink-soft hocus:border-line-strong", Icon: Check },
  missed: { face: "border-line border-s-4 bg-sunken text-ink-soft hocus:border-line-strong", Icon: UserX },
  held: { face: "border-turmeric bg-turmeric-soft text-turmeric", Icon: Hourglass },
  free: { face: "border-line-strong bg-surface text-ink hocus:border-leaf", Icon: null },
  blocked: { face: "border-dashed border-line-strong bg-paper text-ink-faint hocus:border-leaf", Icon: Ban },
  full: {
    face: "border-dotted border-line-strong bg-sunken text-ink-soft hocus:border-leaf",
    Icon: CalendarX2,
  },
};

const FACE =
  "flex h-full w-full min-w-0 gap-1 overflow-hidden rounded-sm border px-1.5 py-0.5 text-start text-xs leading-tight no-underline transition-colors";

/** A box's place in its column. `gap` keeps neighbours apart by a pixel or two. */
export function placeStyle(span: Span, scale: Scale, { lane = 0, lanes = 1 } = {}) {
  const shown = Math.min(span.lengthMin, scale.toMin - span.startMin);
  return {
    top: `${(span.startMin - scale.fromMin) * scale.pxPerMin}px`,
    height: `${Math.max(shown * scale.pxPerMin - 2, 12)}px`,
    left: `${(lane / lanes) * 100}%`,
    width: `calc(${100 / lanes}% - 2px)`,
  };
}

type GridBoxProps = {
  item: GridItem;
  /** Is this the day's stop of the Tab key? */
  isStop: boolean;
  /** Has room for one line only. */
  isLow: boolean;
};

/** One box: a visit leads to its page, a place nobody has to what may be done with it. */
export function GridBox({ item, isStop, isLow }: GridBoxProps) {
  const { kind, time, label, status, href, place } = item;
  const { face, Icon } = LOOK[kind];
  const look = `${FACE} ${isLow ? "items-center" : "items-start"} ${face}`;
  const tabIndex = isStop ? 0 : -1;
  const lines: ReactNode = (
    <>
      {Icon && <Icon aria-hidden size={14} strokeWidth={2} className="mt-px shrink-0" />}
      <span className={isLow ? "min-w-0 truncate" : "min-w-0"}>
        <span aria-hidden className="font-semibold whitespace-nowrap">
          {shortTime(item.startMin)}
        </span>
        <span className="sr-only">{time}</span>{" "}
        <span className={kind === "blocked" ? "line-through decoration-1" : undefined}>{label}</span>
        {status && <span className={isLow ? "sr-only" : "block truncate font-normal"}>{` ${status}`}</span>}
      </span>
    </>
  );
  if (href)
    return (
      <Link href={href} draggable={false} tabIndex={tabIndex} className={look}>
        {lines}
        <LinkPending />
      </Link>
    );
  if (!place)
    return (
      <div className={look} tabIndex={kind === "held" ? tabIndex : undefined}>
        {lines}
      </div>
    );
  return (
    <>
      <SlotActsButton
        {...place}
        tabIndex={tabIndex}
        className={place.isMovable ? `${look} cursor-grab` : look}
      >
        {lines}
      </SlotActsButton>
      {place.isMovable && (
        <span aria-hidden data-edge className="absolute inset-x-0 bottom-0 h-2 cursor-ns-resize" />
      )}
    </>
  );
}
