import type { Temporal } from "temporal-polyfill";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import { isZone } from "../time/zone";
import type { DatedException, DayWindow, WeeklyWindow } from "./hours";

/** Bounds of a visit's length, minutes. */
export const VISIT_LENGTH_MIN = { least: 5, most: 240 } as const;

/** Windows begin and end, and visits last, multiples of this many minutes. */
export const GRID_MIN = 5;

/** Bounds of what a doctor sets beside the windows: buffers, notice in minutes; horizon in days; visits a day; seats. */
export const HOURS_BOUNDS = {
  bufferMin: { least: 0, most: 120 },
  minNoticeMin: { least: 0, most: 43_200 },
  horizonDays: { least: 1, most: 365 },
  dailyCap: { least: 1, most: 200 },
  capacity: { least: 1, most: 50 },
} as const;

export type WindowProblem =
  | "weekday"
  | "grid"
  | "order"
  | "length"
  | "too_short"
  | "modes"
  | "horizon"
  | "buffer"
  | "capacity";

const isOnGrid = (min: number) => Number.isInteger(min) && min % GRID_MIN === 0;

const isVisitLength = (min: number) =>
  Number.isInteger(min) && min >= VISIT_LENGTH_MIN.least && min <= VISIT_LENGTH_MIN.most;

/** The first thing wrong with one window by itself, or null. */
export function windowProblem(window: DayWindow, visitLengthMin: number): WindowProblem | null {
  const { startMin, endMin, modes } = window;
  if (!isOnGrid(startMin) || !isOnGrid(endMin) || startMin < 0 || endMin > 1440) return "grid";
  if (startMin >= endMin) return "order";
  if (endMin - startMin < visitLengthMin) return "too_short";
  if (modes.length === 0 || new Set(modes).size !== modes.length) return "modes";
  const { least, most } = HOURS_BOUNDS.capacity;
  const { capacity = 1 } = window;
  if (!Number.isInteger(capacity) || capacity < least || capacity > most) return "capacity";
  return null;
}

type Placed = Readonly<{ list: "windows" | "exceptions"; index: number; startMin: number; endMin: number }>;

/** Refuses the first two of one day that share a minute; they may touch. */
function refuseOverlap(day: readonly Placed[]): Result<null> {
  const inOrder = day.toSorted((a, b) => a.startMin - b.startMin);
  for (const [place, one] of inOrder.entries()) {
    const next = inOrder[place + 1];
    if (next && next.startMin < one.endMin)
      return refuse("availability.overlap", { list: one.list, indexes: [one.index, next.index] });
  }
  return ok(null);
}

export type HoursToValidate = Readonly<{
  timezone: string;
  visitLengthMin: number;
  bufferBeforeMin?: number;
  bufferAfterMin?: number;
  windows: readonly WeeklyWindow[];
  exceptions: readonly DatedException[];
}>;

const isBuffer = (min = 0) =>
  isOnGrid(min) && min >= HOURS_BOUNDS.bufferMin.least && min <= HOURS_BOUNDS.bufferMin.most;

const invalid = (details: { problem: WindowProblem; list?: Placed["list"]; index?: number }) =>
  refuse("availability.window_invalid", details);

/**
 * Hours as a doctor may keep them: a known zone, every window sound by itself and long enough for one visit, none of a
 * weekday or of a date overlapping, nothing beside a day off. The visit length need not divide a window: 9:00 to 13:00
 * in visits of 45 minutes ends at 12:45. Buffers keep to the grid as well.
 * @returns the first of `availability.zone_unknown`, `availability.window_invalid` { problem, list, index } and
 * `availability.overlap` { list, indexes }; the indexes are those of the given lists
 */
export function validateHours(hours: HoursToValidate): Result<null> {
  const { windows, exceptions, visitLengthMin } = hours;
  if (!isZone(hours.timezone)) return refuse("availability.zone_unknown");
  if (!isVisitLength(visitLengthMin) || !isOnGrid(visitLengthMin)) return invalid({ problem: "length" });
  if (!isBuffer(hours.bufferBeforeMin) || !isBuffer(hours.bufferAfterMin))
    return invalid({ problem: "buffer" });

  for (const [index, window] of windows.entries()) {
    const isWeekday = Number.isInteger(window.weekday) && window.weekday >= 1 && window.weekday <= 7;
    const problem = isWeekday ? windowProblem(window, visitLengthMin) : "weekday";
    if (problem) return invalid({ problem, list: "windows", index });
  }
  for (const [index, exception] of exceptions.entries()) {
    const problem = exception.kind === "OFF" ? null : windowProblem(exception, visitLengthMin);
    if (problem) return invalid({ problem, list: "exceptions", index });
  }

  const days = new Map<number | string, Placed[]>();
  const place = (day: number | string, placed: Placed) => days.set(day, [...(days.get(day) ?? []), placed]);
  for (const [index, { weekday, startMin, endMin }] of windows.entries())
    place(weekday, { list: "windows", index, startMin, endMin });
  for (const [index, exception] of exceptions.entries()) {
    const { startMin, endMin } = exception.kind === "OFF" ? { startMin: 0, endMin: 1440 } : exception;
    place(exception.date, { list: "exceptions", index, startMin, endMin });
  }
  for (const day of days.values()) {
    const refusal = refuseOverlap(day);
    if (!refusal.ok) return refusal;
  }
  return ok(null);
}

/** How far ahead a single slot may lie, days. */
export const SLOT_HORIZON_DAYS = 366;

/**
 * One slot a doctor adds by hand: whole minutes, a visit's length, in the future, within the horizon.
 * @returns `availability.window_invalid` { problem } or `availability.slot_past`
 */
export function validateSlot(
  slot: Readonly<{ startsAt: Temporal.Instant; lengthMin: number }>,
  now: Temporal.Instant,
): Result<null> {
  if (!isVisitLength(slot.lengthMin)) return invalid({ problem: "length" });
  const startMs = slot.startsAt.epochMilliseconds;
  if (startMs % 60_000 !== 0) return invalid({ problem: "grid" });
  const aheadMs = startMs - now.epochMilliseconds;
  if (aheadMs <= 0) return refuse("availability.slot_past");
  return aheadMs > SLOT_HORIZON_DAYS * 86_400_000 ? invalid({ problem: "horizon" }) : ok(null);
}
