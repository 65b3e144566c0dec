/** From this many seconds on a wait is said in minutes. */
const MINUTES_FROM = 90;

/** How long to wait, as messages that say it take it: minutes, or seconds where `minutes` is 0. Never too short. */
export const waitOf = (seconds: number): { minutes: number; seconds: number } =>
  seconds < MINUTES_FROM
    ? { minutes: 0, seconds: Math.max(1, Math.ceil(seconds)) }
    : { minutes: Math.ceil(seconds / 60), seconds: 0 };
