import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { plusMin } from "../time/instant";
import type { BookingFacts } from "./decide-booking";
import { decideBooking, decidePayment, MAX_OPEN_HOLDS } from "./decide-booking";

const now = Temporal.Instant.from("2026-11-22T10:00:00Z");
type Change = {
  slot?: Partial<NonNullable<BookingFacts["slot"]>> | null;
  doctor?: Partial<NonNullable<BookingFacts["doctor"]>> | null;
  patient?: Partial<BookingFacts["patient"]>;
  mode?: BookingFacts["mode"];
};
const facts = ({ slot = {}, doctor = {}, patient = {}, mode = "VIDEO" }: Change = {}): BookingFacts => ({
  slot: slot && {
    startsAt: plusMin(now, 60),
    endsAt: plusMin(now, 80),
    status: "OPEN",
    capacity: 1,
    taken: 0,
    modes: ["VIDEO", "AUDIO"],
    ...slot,
  },
  doctor: doctor && { bookable: true, minNoticeMin: 0, isFree: false, ...doctor },
  patient: { emailVerified: true, dependantKnown: true, overlapping: false, openHolds: 0, ...patient },
  mode,
});
const codeOf = (change: Change) => {
  const decision = decideBooking(facts(change), now);
  return decision.ok ? decision.value.status : decision.code;
};

describe("decideBooking", () => {
  it("holds a slot for ten minutes", () => {
    expect(decideBooking(facts(), now)).toEqual({
      ok: true,
      value: { status: "REQUESTED", holdExpiresAt: plusMin(now, 10) },
    });
  });
  it("ends a hold no later than the visit begins", () => {
    const startsAt = plusMin(now, 4);
    expect(decideBooking(facts({ slot: { startsAt } }), now)).toMatchObject({
      value: { holdExpiresAt: startsAt },
    });
  });
  it("knows no visit for somebody whom the patient may not book for, whatever else speaks against it", () => {
    const patient = { dependantKnown: false };
    expect(codeOf({ patient })).toBe("not_found");
    expect(codeOf({ patient, slot: { taken: 1 }, doctor: { isFree: true } })).toBe("not_found");
    expect(codeOf({ patient: { ...patient, emailVerified: false } })).toBe("auth.email_unverified");
  });
  it("confirms a free visit at once, however many holds there are", () => {
    expect(decideBooking(facts({ doctor: { isFree: true }, patient: { openHolds: 9 } }), now)).toEqual({
      ok: true,
      value: { status: "CONFIRMED", holdExpiresAt: null },
    });
  });

  // From the strongest to the weakest: each refuses alone, and hides all that follow it.
  const REASONS: [string, Change][] = [
    ["auth.email_unverified", { patient: { emailVerified: false } }],
    ["not_found", { slot: null }],
    ["booking.doctor_not_bookable", { doctor: { bookable: false } }],
    ["booking.slot_not_open", { slot: { status: "BLOCKED" } }],
    ["booking.slot_past", { slot: { startsAt: now } }],
    ["booking.too_soon", { doctor: { minNoticeMin: 60 } }],
    ["booking.mode_not_offered", { mode: "CHAT" }],
    ["booking.slot_taken", { slot: { taken: 1 } }],
    ["booking.patient_overlap", { patient: { overlapping: true } }],
    ["booking.too_many_holds", { patient: { openHolds: MAX_OPEN_HOLDS } }],
  ];
  it.each(REASONS)("%s", (code, change) => {
    expect(codeOf(change)).toBe(code);
  });
  it("answers with the first reason that holds", () => {
    return fc.assert(
      fc.property(fc.subarray(REASONS, { minLength: 1 }), (reasons) => {
        let all: Change = {};
        for (const [, change] of reasons) {
          const slot = all.slot === null || change.slot === null ? null : { ...all.slot, ...change.slot };
          const doctor = { ...all.doctor, ...change.doctor };
          all = { ...all, ...change, slot, doctor, patient: { ...all.patient, ...change.patient } };
        }
        expect(codeOf(all)).toBe(reasons[0]?.[0]);
      }),
    );
  });
  it.each([
    [59, "booking.slot_past", -1],
    [60, "booking.too_soon", 60],
    [60, "REQUESTED", 61],
    [0, "REQUESTED", 1],
  ])("with %d minutes of notice: %s at %d minutes ahead", (minNoticeMin, expected, ahead) => {
    expect(codeOf({ slot: { startsAt: plusMin(now, ahead) }, doctor: { minNoticeMin } })).toBe(expected);
  });
  it.each([
    [2, 1, "REQUESTED"],
    [2, 2, "booking.slot_taken"],
    [2, 3, "booking.slot_taken"],
  ])("%d seats, %d taken: %s", (capacity, taken, expected) => {
    expect(codeOf({ slot: { capacity, taken } })).toBe(expected);
  });
});

describe("decidePayment", () => {
  it("takes money until the hold ends, not at its end", () => {
    expect(decidePayment(plusMin(now, 10), now).ok).toBe(true);
    expect(decidePayment(now, now)).toMatchObject({ code: "booking.hold_expired" });
  });
});
