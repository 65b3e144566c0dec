import type { Temporal } from "temporal-polyfill";
import { HOLD_MIN } from "../booking/decide-booking";
import { ok, type Result, refuse } from "../result";
import { earlier, isAfter, plusMin, toIso } from "../time/instant";
import type { VisitFacts } from "./transitions";

type HeldVisit = VisitFacts & Readonly<{ isExtended: boolean }>;

/**
 * A hold may be made longer once, by as much again, never beyond the visit's start.
 * @returns the new end; `consultation.illegal_transition` without a hold, `booking.hold_expired`,
 * `booking.hold_extended` the second time, `consultation.too_late` when nothing is left to gain
 */
export function decideExtension(visit: HeldVisit, now: Temporal.Instant): Result<Temporal.Instant> {
  const { status, holdExpiresAt, startsAt } = visit;
  if (status !== "REQUESTED" || holdExpiresAt === null)
    return refuse("consultation.illegal_transition", { status });
  if (!isAfter(holdExpiresAt, now))
    return refuse("booking.hold_expired", { expiredAt: toIso(holdExpiresAt) });
  if (visit.isExtended) return refuse("booking.hold_extended", { holdExpiresAt: toIso(holdExpiresAt) });
  const until = earlier(plusMin(holdExpiresAt, HOLD_MIN), startsAt);
  return isAfter(until, holdExpiresAt)
    ? ok(until)
    : refuse("consultation.too_late", { until: toIso(startsAt) });
}
