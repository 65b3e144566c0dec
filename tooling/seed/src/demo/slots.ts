import { generateSlots } from "@amrutam/domain/availability/generate-slots";
import type { WeeklyWindow } from "@amrutam/domain/availability/hours";
import { Temporal } from "temporal-polyfill";
import type { Random } from "../random";
import type { Doctor } from "./doctors";
import { type DayOff, localToday } from "./hours";

export const HISTORY_DAYS = 90;
/** As every doctor's `horizon_days` unless chosen otherwise. Today is its first day. */
const HORIZON_DAYS = 30;
const DAY_MS = 86_400_000;

export type Slot = Readonly<{ id: string; doctor: Doctor; startsAtMs: number; endsAtMs: number }>;

/** The last local date with slots: the one that saving the hours, or the daily job, would arrive at on this day. */
export const lastDay = (nowMs: number, timezone: string): Temporal.PlainDate =>
  localToday(nowMs, timezone).add({ days: HORIZON_DAYS - 1 });

/** What the doctor's hours make of the past quarter and the coming month, by the platform's own generator. */
export function drawSlots(
  random: Random,
  doctor: Doctor,
  windows: readonly WeeklyWindow[],
  exceptions: readonly DayOff[],
  nowMs: number,
): Slot[] {
  const { timezone } = doctor.user;
  const today = localToday(nowMs, timezone);
  const begin = today.subtract({ days: HISTORY_DAYS });
  const generated = generateSlots({
    windows,
    exceptions,
    visitLengthMin: doctor.visitLengthMin,
    busy: [],
    timezone,
    from: begin,
    to: lastDay(nowMs, timezone),
    now: Temporal.Instant.fromEpochMilliseconds(nowMs - (HISTORY_DAYS + 2) * DAY_MS),
    minNoticeMin: 0,
  });
  return generated.map(({ startsAt, endsAt }) => ({
    // A slot came into being a horizon before its time, or when the history begins.
    id: random.uuid(Math.min(nowMs, startsAt.epochMilliseconds - HORIZON_DAYS * DAY_MS)),
    doctor,
    startsAtMs: startsAt.epochMilliseconds,
    endsAtMs: endsAt.epochMilliseconds,
  }));
}
