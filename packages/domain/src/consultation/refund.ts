import type { Temporal } from "temporal-polyfill";
import type { Money } from "../money/money";
import { portion, zero } from "../money/money";
import { isAfter, plusMin } from "../time/instant";
import type { Party } from "./transitions";

/**
 * What a patient gets back, as data. `bands` apply when the patient cancels: the first whose deadline has not passed,
 * the deadline's own instant included; after the last there is nothing.
 */
export const REFUND_RULE = {
  effectiveFrom: "2026-11-22",
  source: "Terms of the platform, cancellation: shown before paying",
  bands: [
    { untilMinBeforeStart: 120, percent: 100 },
    { untilMinBeforeStart: 0, percent: 50 },
  ],
  /** Not the patient's doing: all of it, whenever. */
  othersPercent: 100,
} as const;

export type RefundDeadline = Readonly<{ until: Temporal.Instant; percent: number }>;

/** Until when how much comes back if the patient cancels, in order of time; nothing after the last. */
export const refundDeadlines = (startsAt: Temporal.Instant): RefundDeadline[] =>
  REFUND_RULE.bands.map(({ untilMinBeforeStart, percent }) => ({
    until: plusMin(startsAt, -untilMinBeforeStart),
    percent,
  }));

/** Per cent of the fee that comes back. */
export function refundPercent(startsAt: Temporal.Instant, cancelledBy: Party, now: Temporal.Instant): number {
  if (cancelledBy !== "PATIENT") return REFUND_RULE.othersPercent;
  return refundDeadlines(startsAt).find(({ until }) => !isAfter(now, until))?.percent ?? 0;
}

/**
 * Whose doing a cancellation is for the refund: a patient who can't come to the time the doctor chose instead of the
 * agreed one doesn't pay for that. @param movedBy who moved the visit last
 */
export const answerableFor = (cancelledBy: Party, movedBy: Party | null): Party =>
  cancelledBy === "PATIENT" && movedBy !== null ? movedBy : cancelledBy;

/** What comes back of a visit that didn't take place: nothing when the patient wasn't there, otherwise all of it. */
export const refundForMissing = (paid: Money, missedBy: Party): Money =>
  missedBy === "PATIENT" ? zero(paid.currency) : paid;

/** The amount that comes back of what was captured, rounded as `portion` does (in the patient's favour). */
export const refundFor = (
  paid: Money,
  startsAt: Temporal.Instant,
  cancelledBy: Party,
  now: Temporal.Instant,
): Money => portion(paid, refundPercent(startsAt, cancelledBy, now));
