import type { Temporal } from "temporal-polyfill";
import type { Result } from "../result";
import { ok, refuse } from "../result";
import { isAfter, isBefore, plusMin, toIso } from "../time/instant";
import { CHANGE_POLICY, type ChangeDeadline, moveRule } from "./change-policy";
import type { ConsultationStatus, PARTIES } from "./schema";
import { CONSULTATION_STATUSES } from "./schema";

export type Party = (typeof PARTIES)[number];

export const CONSULTATION_EVENTS = [
  "pay",
  "expire",
  "cancel",
  "reschedule",
  "start",
  "complete",
  "miss",
  "revive",
] as const;
export type ConsultationEvent = (typeof CONSULTATION_EVENTS)[number];

/** The whole life of a consultation. The database's guard holds the same pairs; `revive` is a payment that came late. */
export const TRANSITIONS = {
  REQUESTED: { pay: "CONFIRMED", expire: "EXPIRED", cancel: "CANCELLED" },
  CONFIRMED: { start: "IN_PROGRESS", cancel: "CANCELLED", reschedule: "CONFIRMED", miss: "NO_SHOW" },
  IN_PROGRESS: { complete: "COMPLETED" },
  COMPLETED: {},
  CANCELLED: {},
  NO_SHOW: {},
  EXPIRED: { revive: "CONFIRMED" },
} as const satisfies Record<ConsultationStatus, Partial<Record<ConsultationEvent, ConsultationStatus>>>;

/** Whose act an event may be. Admins, support, the worker and payment providers act as PLATFORM. */
export const EVENT_PARTIES = {
  pay: ["PATIENT", "PLATFORM"],
  expire: ["PLATFORM"],
  cancel: ["PATIENT", "DOCTOR", "PLATFORM"],
  reschedule: ["PATIENT", "DOCTOR"],
  start: ["DOCTOR"],
  complete: ["DOCTOR"],
  miss: ["PATIENT", "DOCTOR", "PLATFORM"],
  revive: ["PATIENT", "PLATFORM"],
} as const satisfies Record<ConsultationEvent, readonly Party[]>;

/** Both sides may enter, and the doctor start, this many minutes before the visit. */
export const JOIN_EARLY_MIN = 10;
/** A doctor who runs late may still start this many minutes after the planned end. */
export const START_LATE_MIN = 120;
/** The doctor calls nobody absent before this many minutes of the visit have passed. */
export const MISS_AFTER_MIN = CHANGE_POLICY.miss.DOCTOR.afterStartMin;

/** Statuses whose visit is still to come or going on: they keep the patient's time. */
export const ACTIVE_STATUSES = [
  "REQUESTED",
  "CONFIRMED",
  "IN_PROGRESS",
] as const satisfies readonly ConsultationStatus[];

export const isActive = (status: ConsultationStatus): boolean =>
  (ACTIVE_STATUSES as readonly ConsultationStatus[]).includes(status);

/** Does a consultation in this status keep its seat of the slot? */
export const holdsSeat = (status: ConsultationStatus): boolean =>
  status !== "CANCELLED" && status !== "EXPIRED";

/** Where an event leads from a status, by the table alone; null when it leads nowhere. */
export function transition(status: ConsultationStatus, event: ConsultationEvent): ConsultationStatus | null {
  const row: Partial<Record<ConsultationEvent, ConsultationStatus>> = TRANSITIONS[status];
  return row[event] ?? null;
}

/**
 * Every change of status the table allows, each once, in the table's order: what the database's guard must equal. Moving
 * a visit changes its time, not its status.
 */
export function transitionPairs(): (readonly [ConsultationStatus, ConsultationStatus])[] {
  return CONSULTATION_STATUSES.flatMap((from) =>
    [...new Set(Object.values<ConsultationStatus>(TRANSITIONS[from]))]
      .filter((to) => to !== from)
      .map((to) => [from, to] as const),
  );
}

export type VisitFacts = Readonly<{
  status: ConsultationStatus;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** When the unpaid hold ends; null once paid. */
  holdExpiresAt: Temporal.Instant | null;
}>;

type Span = Readonly<{ from?: Temporal.Instant | null; until?: Temporal.Instant | null }>;

/** Instants between which a visit may be joined and started, the end excluded. */
export const startSpan = ({ startsAt, endsAt }: Pick<VisitFacts, "startsAt" | "endsAt">) => ({
  from: plusMin(startsAt, -JOIN_EARLY_MIN),
  until: plusMin(endsAt, START_LATE_MIN),
});

/** The instant from which a change is too late. */
export const deadlineOf = (
  { minBefore, of }: ChangeDeadline,
  { startsAt, endsAt }: Pick<VisitFacts, "startsAt" | "endsAt">,
) => plusMin(of === "start" ? startsAt : endsAt, -minBefore);

/** From when (included) until when (excluded) each event may happen, as far as the clock has a say. */
const SPANS: Record<ConsultationEvent, (visit: VisitFacts, party: Party) => Span> = {
  pay: ({ holdExpiresAt }) => ({ until: holdExpiresAt }),
  expire: ({ holdExpiresAt }) => ({ from: holdExpiresAt }),
  cancel: (visit, party) => ({ until: deadlineOf(CHANGE_POLICY.cancel[party].until, visit) }),
  reschedule: (visit, party) => {
    const rule = moveRule(party);
    return rule ? { until: deadlineOf(rule.until, visit) } : {};
  },
  start: startSpan,
  complete: () => ({}),
  miss: ({ startsAt }, party) => ({ from: plusMin(startsAt, CHANGE_POLICY.miss[party].afterStartMin) }),
  revive: ({ startsAt }) => ({ until: startsAt }),
};

/**
 * May `party` bring this event about now, and where does it lead?
 * @returns the next status; `auth.forbidden` (not this party's act), `consultation.illegal_transition` { status },
 * `consultation.too_early` { from }, `consultation.too_late` { until } or, for `pay`, `booking.hold_expired`; in that order
 */
export function decideTransition(
  visit: VisitFacts,
  event: ConsultationEvent,
  party: Party,
  now: Temporal.Instant,
): Result<ConsultationStatus> {
  const parties: readonly Party[] = EVENT_PARTIES[event];
  if (!parties.includes(party)) return refuse("auth.forbidden");
  const next = transition(visit.status, event);
  if (next === null) return refuse("consultation.illegal_transition", { status: visit.status });
  const { from, until } = SPANS[event](visit, party);
  if (from && isBefore(now, from)) return refuse("consultation.too_early", { from: toIso(from) });
  if (until && !isAfter(until, now))
    return event === "pay"
      ? refuse("booking.hold_expired", { expiredAt: toIso(until) })
      : refuse("consultation.too_late", { until: toIso(until) });
  return ok(next);
}
