import { Temporal } from "temporal-polyfill";
import { ok, type Result, refuse } from "../result";
import { MAX_WINDOW_DAYS } from "./schema";

export type WaitingWindow = Readonly<{ from: Temporal.Instant; to: Temporal.Instant }>;

/**
 * The instants between which a patient wants a visit to begin: from the start of the first local day, or from now, to
 * the end of the last. @param zone IANA zone of both dates
 * @returns `waitlist.window_invalid` when it is over, or longer than 90 days
 */
export function waitingWindow(
  fromDate: string,
  toDate: string,
  zone: string,
  now: Temporal.Instant,
): Result<WaitingWindow> {
  const [first, last] = [Temporal.PlainDate.from(fromDate), Temporal.PlainDate.from(toDate)];
  const days = first.until(last, { largestUnit: "days" }).days + 1;
  const begins = first.toZonedDateTime(zone).toInstant();
  const to = last.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const from = Temporal.Instant.compare(begins, now) < 0 ? now : begins;
  if (days < 1 || days > MAX_WINDOW_DAYS || Temporal.Instant.compare(from, to) >= 0)
    return refuse("waitlist.window_invalid", { maxDays: MAX_WINDOW_DAYS });
  return ok({ from, to });
}
