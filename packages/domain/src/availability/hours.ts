import type { Temporal } from "temporal-polyfill";
import type { Mode } from "../doctor/catalogue";

/**
 * Minutes from local midnight on the wall clock, 0 to 1440, the end excluded; and how one may meet in it.
 * @property capacity seats of each visit in it; 1 unless said, more for group sessions
 */
export type DayWindow = Readonly<{
  startMin: number;
  endMin: number;
  modes: readonly Mode[];
  capacity?: number;
}>;

/** The same every week. @property weekday ISO, 1 Monday to 7 Sunday */
export type WeeklyWindow = DayWindow & Readonly<{ weekday: number }>;

export const EXCEPTION_KINDS = ["OFF", "OTHER_HOURS"] as const;

/**
 * One local date (`YYYY-MM-DD`) that differs: OFF offers nothing, OTHER_HOURS replaces the weekly windows, one entry per
 * window. OFF wins over OTHER_HOURS on one date.
 */
export type DatedException =
  | Readonly<{ kind: "OFF"; date: string }>
  | (Readonly<{ kind: "OTHER_HOURS"; date: string }> & DayWindow);

/** The windows that hold on a date, once its exceptions have had their say. */
export function windowsOn(
  date: Temporal.PlainDate,
  weekly: readonly WeeklyWindow[],
  exceptions: readonly DatedException[],
): readonly DayWindow[] {
  const text = date.toString();
  const own = exceptions.filter((exception) => exception.date === text);
  if (own.some((exception) => exception.kind === "OFF")) return [];
  const other = own.filter((exception) => exception.kind === "OTHER_HOURS");
  return other.length > 0 ? other : weekly.filter((window) => window.weekday === date.dayOfWeek);
}
