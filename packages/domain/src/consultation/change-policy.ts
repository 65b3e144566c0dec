import type { Party } from "./transitions";

/** Until how many minutes before which end of the visit; the instant itself is already too late. */
export type ChangeDeadline = Readonly<{ minBefore: number; of: "start" | "end" }>;

type MoveRule = Readonly<{
  until: ChangeDeadline;
  /** How often this party may move one visit; null without a limit. */
  times: number | null;
}>;

/**
 * Who may cancel or move a visit, how long before, and how often, as data; what comes back is `REFUND_RULE`. A patient
 * can't move a visit once cancelling it would cost something, so that moving is no way around the refund rule.
 */
export const CHANGE_POLICY = {
  effectiveFrom: "2026-11-22",
  source: "Terms of the platform, changes of a visit: shown before paying",
  cancel: {
    PATIENT: { until: { minBefore: 0, of: "end" } },
    DOCTOR: { until: { minBefore: 0, of: "end" } },
    PLATFORM: { until: { minBefore: 0, of: "end" } },
  },
  /** The platform moves nobody's visit: it cancels, and all comes back. */
  reschedule: {
    PATIENT: { until: { minBefore: 120, of: "start" }, times: 3 },
    DOCTOR: { until: { minBefore: 0, of: "start" }, times: null },
    PLATFORM: null,
  },
  /**
   * Whose absence a party may report, and from how many minutes after the start on. A patient waits a little longer, for
   * a doctor who is still with somebody else.
   */
  miss: {
    PATIENT: { of: ["DOCTOR"], afterStartMin: 15 },
    DOCTOR: { of: ["PATIENT", "DOCTOR"], afterStartMin: 10 },
    PLATFORM: { of: ["PATIENT", "DOCTOR", "PLATFORM"], afterStartMin: 10 },
  },
} as const satisfies Readonly<{
  effectiveFrom: string;
  source: string;
  cancel: Record<Party, Readonly<{ until: ChangeDeadline }>>;
  reschedule: Record<Party, MoveRule | null>;
  miss: Record<Party, Readonly<{ of: readonly Party[]; afterStartMin: number }>>;
}>;

/** The rule by which a party moves a visit; null when it may not. */
export const moveRule = (party: Party): MoveRule | null => CHANGE_POLICY.reschedule[party];

/** May `reporter` say that `missing` wasn't there? */
export const mayReportMissing = (reporter: Party, missing: Party): boolean =>
  (CHANGE_POLICY.miss[reporter].of as readonly Party[]).includes(missing);
