import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { plusMin } from "../time/instant";
import type { ConsultationStatus } from "./schema";
import { CONSULTATION_STATUSES, PARTIES } from "./schema";
import type { ConsultationEvent, Party } from "./transitions";
import {
  CONSULTATION_EVENTS,
  decideTransition,
  EVENT_PARTIES,
  holdsSeat,
  isActive,
  transition,
  transitionPairs,
} from "./transitions";

const startsAt = Temporal.Instant.from("2026-11-22T10:00:00Z");
const endsAt = plusMin(startsAt, 20);
const holdExpiresAt = plusMin(startsAt, -50);
const told = (status: ConsultationStatus, event: ConsultationEvent, party: Party, afterStartMin: number) => {
  const result = decideTransition(
    { status, startsAt, endsAt, holdExpiresAt },
    event,
    party,
    plusMin(startsAt, afterStartMin),
  );
  return result.ok ? result.value : result.code;
};

/** Written out by hand, so that a slip in the table is seen. */
const ALLOWED: Record<string, ConsultationStatus> = {
  "REQUESTED pay": "CONFIRMED",
  "REQUESTED expire": "EXPIRED",
  "REQUESTED cancel": "CANCELLED",
  "CONFIRMED start": "IN_PROGRESS",
  "CONFIRMED cancel": "CANCELLED",
  "CONFIRMED reschedule": "CONFIRMED",
  "CONFIRMED miss": "NO_SHOW",
  "IN_PROGRESS complete": "COMPLETED",
  "EXPIRED revive": "CONFIRMED",
};
const EVERY_PAIR = CONSULTATION_STATUSES.flatMap((status) =>
  CONSULTATION_EVENTS.map((event) => [status, event, ALLOWED[`${status} ${event}`] ?? null] as const),
);

describe("the table", () => {
  it.each(EVERY_PAIR)("%s on %s gives %s", (status, event, next) => {
    expect(transition(status, event)).toBe(next);
  });
  it("lists each pair of statuses once, for the database's guard", () => {
    expect(transitionPairs().map(String)).toEqual([
      "REQUESTED,CONFIRMED",
      "REQUESTED,EXPIRED",
      "REQUESTED,CANCELLED",
      "CONFIRMED,IN_PROGRESS",
      "CONFIRMED,CANCELLED",
      "CONFIRMED,NO_SHOW",
      "IN_PROGRESS,COMPLETED",
      "EXPIRED,CONFIRMED",
    ]);
  });
  it("frees the seat only of what was cancelled or expired", () => {
    expect(CONSULTATION_STATUSES.filter((status) => !holdsSeat(status))).toEqual(["CANCELLED", "EXPIRED"]);
    expect(CONSULTATION_STATUSES.filter(isActive)).toEqual(["REQUESTED", "CONFIRMED", "IN_PROGRESS"]);
  });
});

describe("decideTransition", () => {
  it.each(PARTIES.flatMap((party) => CONSULTATION_EVENTS.map((event) => [party, event] as const)))(
    "asks first whether %s may %s",
    (party, event) => {
      const isTheirs = (EVENT_PARTIES[event] as readonly Party[]).includes(party);
      expect(told("COMPLETED", event, party, 0)).toBe(
        isTheirs ? "consultation.illegal_transition" : "auth.forbidden",
      );
    },
  );

  it.each<[ConsultationStatus, ConsultationEvent, Party, number, string]>([
    ["REQUESTED", "pay", "PATIENT", -51, "CONFIRMED"],
    ["REQUESTED", "pay", "PATIENT", -50, "booking.hold_expired"],
    ["REQUESTED", "expire", "PLATFORM", -51, "consultation.too_early"],
    ["REQUESTED", "expire", "PLATFORM", -50, "EXPIRED"],
    ["REQUESTED", "cancel", "PATIENT", -500, "CANCELLED"],
    ["CONFIRMED", "cancel", "DOCTOR", 19, "CANCELLED"],
    ["CONFIRMED", "cancel", "DOCTOR", 20, "consultation.too_late"],
    ["CONFIRMED", "reschedule", "PATIENT", -121, "CONFIRMED"],
    ["CONFIRMED", "reschedule", "PATIENT", -120, "consultation.too_late"],
    ["CONFIRMED", "reschedule", "DOCTOR", -1, "CONFIRMED"],
    ["CONFIRMED", "reschedule", "DOCTOR", 0, "consultation.too_late"],
    ["CONFIRMED", "start", "DOCTOR", -11, "consultation.too_early"],
    ["CONFIRMED", "start", "DOCTOR", -10, "IN_PROGRESS"],
    ["CONFIRMED", "start", "DOCTOR", 139, "IN_PROGRESS"],
    ["CONFIRMED", "start", "DOCTOR", 140, "consultation.too_late"],
    ["CONFIRMED", "miss", "DOCTOR", 9, "consultation.too_early"],
    ["CONFIRMED", "miss", "DOCTOR", 10, "NO_SHOW"],
    ["CONFIRMED", "miss", "PATIENT", 14, "consultation.too_early"],
    ["CONFIRMED", "miss", "PATIENT", 15, "NO_SHOW"],
    ["CONFIRMED", "miss", "PLATFORM", 100_000, "NO_SHOW"],
    ["IN_PROGRESS", "complete", "DOCTOR", -10, "COMPLETED"],
    ["IN_PROGRESS", "complete", "DOCTOR", 100_000, "COMPLETED"],
    ["EXPIRED", "revive", "PLATFORM", -1, "CONFIRMED"],
    ["EXPIRED", "revive", "PLATFORM", 0, "consultation.too_late"],
  ])("%s, %s by %s at %d minutes: %s", (status, event, party, afterStartMin, expected) => {
    expect(told(status, event, party, afterStartMin)).toBe(expected);
  });

  it("tells when it would have been possible", () => {
    const visit = { status: "CONFIRMED", startsAt, endsAt, holdExpiresAt: null } as const;
    expect(decideTransition(visit, "start", "DOCTOR", plusMin(startsAt, -60))).toMatchObject({
      details: { from: "2026-11-22T09:50:00Z" },
    });
  });
});
