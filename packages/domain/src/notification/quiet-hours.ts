import { Temporal } from "temporal-polyfill";
import { isBefore } from "../time/instant";
import { wallClockMin } from "../time/local-day";

/** Minutes after midnight on the reader's wall clock, `fromMin` included; it passes midnight when `toMin` is the smaller. */
export type QuietHours = Readonly<{ fromMin: number; toMin: number }>;

const isQuiet = (min: number, { fromMin, toMin }: QuietHours): boolean =>
  fromMin < toMin ? min >= fromMin && min < toMin : min >= fromMin || min < toMin;

/**
 * When a message may be sent: now, or when the quiet hours it falls into are over on the wall clock. Where the clocks
 * skip that time, as much later as they skip; where they repeat it, at its first showing that is still ahead.
 * @param zone the reader's IANA zone @param until latest moment at which it is still worth sending; what would come
 * later is sent now
 */
export function sendableAt(
  now: Temporal.Instant,
  quiet: QuietHours | null,
  zone: string,
  until: Temporal.Instant | null = null,
): Temporal.Instant {
  if (!quiet || !isQuiet(wallClockMin(now, zone), quiet)) return now;
  const here = now.toZonedDateTimeISO(zone);
  const end = Temporal.PlainTime.from({ hour: Math.floor(quiet.toMin / 60), minute: quiet.toMin % 60 });
  const today = here.toPlainDate();
  const ends = [today, today.add({ days: 1 })].flatMap((day) =>
    (["earlier", "later"] as const).map((disambiguation) =>
      day.toPlainDateTime(end).toZonedDateTime(zone, { disambiguation }).toInstant(),
    ),
  );
  const isOver = (at: Temporal.Instant) => isBefore(now, at) && !isQuiet(wallClockMin(at, zone), quiet);
  const over = ends.sort(Temporal.Instant.compare).find(isOver) ?? now;
  return until && isBefore(until, over) ? now : over;
}
