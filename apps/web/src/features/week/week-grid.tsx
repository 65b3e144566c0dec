"use client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { sayTime } from "@amrutam/messages/say-when";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { GridBox, placeStyle } from "./grid-box";
import type { GridItem } from "./grid-items";
import { isSameSpan, type Span, scaleOf, sideBySide } from "./grid-span";
import { NowLine } from "./now-line";
import { useGridDrag } from "./use-grid-drag";
import { useGridKeys } from "./use-grid-keys";
import { useSlotChanges } from "./use-slot-changes";

export type GridDay = Readonly<{ date: string; title: string; name: string; isToday: boolean }>;
type WeekGridProps = {
  days: readonly GridDay[];
  items: readonly GridItem[];
  practice: { timezone: string; visitLengthMin: number; modes: readonly Mode[] };
  /** ISO instant of the server */
  now: string;
};

/** A box lower than this has room for one line. */
const TWO_LINES_PX = 44;

/** A time of day alone, which has no date and so no zone. */
const clockIso = (min: number) => new Date(min * 60_000).toISOString();

/** The week on a desk: boxes at their times, made, moved and resized by dragging or by keyboard. */
export function WeekGrid({ days, items, practice, now }: WeekGridProps) {
  const t = useTranslations("portal.week");
  const time = useTranslations("time");
  const locale = useLocale();
  const columns = useRef<HTMLFieldSetElement>(null);
  const [stops, setStops] = useState<Readonly<Record<number, string>>>({});
  const putDown = useRef<Span>(undefined);
  const [carriedText, setCarriedText] = useState("");
  const sayMin = (min: number) => sayTime(clockIso(min), "UTC", locale);
  const sayRange = ({ startMin, lengthMin }: Span) =>
    time("range", { from: sayMin(startMin), to: sayMin(startMin + lengthMin) });
  const saySpan = (span: Span) => `${days[span.day]?.name}, ${sayRange(span)}`;

  const { timezone: zone, visitLengthMin, modes } = practice;
  const dates = days.map(({ date }) => date);
  const changes = useSlotChanges(items, dates, { zone, modes }, saySpan);
  const laid = sideBySide(changes.shown);
  const scale = scaleOf(items, visitLengthMin);
  const keys = useGridKeys({
    items: changes.shown,
    days: days.length,
    say: (span) => setCarriedText(span ? t("picked", { when: saySpan(span) }) : t("letGo")),
    onMove: (item, span) => {
      putDown.current = span;
      setCarriedText("");
      changes.move(item, span);
    },
  });
  // What was put down may be a new box, or go another way through the list: either loses the focus on the way.
  useEffect(() => {
    const span = putDown.current;
    if (!span || document.activeElement !== document.body) return;
    const { key } = changes.shown.find((item) => isSameSpan(item, span)) ?? {};
    const boxes = [...(columns.current?.querySelectorAll<HTMLElement>("[data-box]") ?? [])];
    boxes
      .find(({ dataset }) => dataset.box === key)
      ?.querySelector("button")
      ?.focus();
  }, [changes.shown]);
  const drag = useGridDrag({
    columns,
    scale,
    days: days.length,
    usualMin: visitLengthMin,
    itemOf: (key) => changes.shown.find((item) => item.key === key),
    onDraw: changes.add,
    onMove: changes.move,
  });
  const ghost = drag.ghost ?? keys.carried;
  const height = `${(scale.toMin - scale.fromMin) * scale.pxPerMin}px`;
  const hours = Array.from(
    { length: (scale.toMin - scale.fromMin) / 60 },
    (_, index) => scale.fromMin + index * 60,
  );
  const stopOf = (day: number) => {
    const ofDay = laid.filter((item) => item.day === day);
    return (ofDay.find(({ key }) => key === stops[day]) ?? ofDay[0])?.key;
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-10 items-center justify-between gap-6">
        <p className="text-xs text-ink-soft">
          {t("hint")} {t("keys")}
        </p>
        <div role="status" className="flex shrink-0 items-center gap-3 text-sm text-leaf-strong">
          {changes.done?.said}
          {changes.done?.undo && (
            <Button variant="quiet" size="small" onClick={changes.undo}>
              {t("undo")}
            </Button>
          )}
        </div>
      </div>
      {changes.problem && <Notice kind="bad">{changes.problem}</Notice>}
      <p role="status" className="sr-only">
        {carriedText}
      </p>
      <div className="grid grid-cols-[4.75rem_minmax(0,1fr)]">
        <div />
        <div className="sticky top-0 z-20 grid grid-cols-7 bg-paper">
          {days.map((day) => (
            <h2
              key={day.date}
              id={`column-${day.date}`}
              tabIndex={-1}
              className={`border-b-2 pb-1 text-center font-sans text-sm font-semibold ${
                day.isToday ? "border-leaf text-leaf-strong" : "border-line text-ink-soft"
              }`}
            >
              {day.title}
              {day.isToday && <span className="block text-xs font-normal">{t("today")}</span>}
            </h2>
          ))}
        </div>
        <div aria-hidden className="relative" style={{ height }}>
          {hours.map((min) => (
            <span
              key={min}
              className="absolute end-2 -translate-y-1/2 text-xs whitespace-nowrap text-ink-faint first:translate-y-0"
              style={{ top: `${(min - scale.fromMin) * scale.pxPerMin}px` }}
            >
              {sayMin(min)}
            </span>
          ))}
        </div>
        <fieldset
          ref={columns}
          {...drag.handlers}
          onKeyDown={keys.onKeyDown}
          onBlur={keys.onBlur}
          aria-label={t("grid")}
          aria-busy={changes.isPending || undefined}
          className="relative grid min-w-0 cursor-crosshair grid-cols-7 select-none"
          style={{
            height,
            backgroundImage: `repeating-linear-gradient(to bottom, var(--color-line) 0 1px, transparent 1px ${60 * scale.pxPerMin}px)`,
          }}
        >
          {days.map((day, index) => (
            <section
              key={day.date}
              data-day={day.date}
              aria-labelledby={`column-${day.date}`}
              className="relative border-e border-line first:border-s"
            >
              <ul data-day-places className="contents">
                {laid
                  .filter((item) => item.day === index)
                  .map((item) => (
                    <li
                      key={item.key}
                      data-box={item.key}
                      onFocus={() => setStops((known) => ({ ...known, [index]: item.key }))}
                      className={`absolute cursor-auto ${ghost?.key === item.key ? "opacity-40" : ""}`}
                      style={placeStyle(item, scale, item)}
                    >
                      <GridBox
                        item={item}
                        isStop={item.key === stopOf(index)}
                        isLow={item.lengthMin * scale.pxPerMin < TWO_LINES_PX}
                      />
                    </li>
                  ))}
              </ul>
              {ghost?.span.day === index && (
                <div
                  aria-hidden
                  data-ghost
                  className="pointer-events-none absolute z-10 overflow-hidden rounded-sm border-2 border-leaf bg-leaf-soft px-1.5 text-xs font-semibold text-leaf-strong shadow-float"
                  style={placeStyle(ghost.span, scale)}
                >
                  {sayRange(ghost.span)}
                </div>
              )}
              {day.isToday && <NowLine zone={zone} now={now} scale={scale} />}
            </section>
          ))}
        </fieldset>
      </div>
    </div>
  );
}
