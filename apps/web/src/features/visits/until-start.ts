const MIN_MS = 60_000;
const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;

/** How long it is, as people say it: days when it is far, then hours and minutes, then minutes; `now` in the last one. */
export type UntilStart =
  | Readonly<{ unit: "days"; days: number }>
  | Readonly<{ unit: "hours"; hours: number; minutes: number }>
  | Readonly<{ unit: "minutes"; minutes: number }>
  | Readonly<{ unit: "now" }>;

/** @param leftMs milliseconds until the start; negative when it is past. Minutes are rounded up: nobody comes too late. */
export function untilStart(leftMs: number): UntilStart {
  const minutes = Math.ceil(leftMs / MIN_MS);
  if (minutes <= 0) return { unit: "now" };
  if (minutes >= 2 * DAY_MIN) return { unit: "days", days: Math.floor(minutes / DAY_MIN) };
  if (minutes >= HOUR_MIN)
    return { unit: "hours", hours: Math.floor(minutes / HOUR_MIN), minutes: minutes % HOUR_MIN };
  return { unit: "minutes", minutes };
}
