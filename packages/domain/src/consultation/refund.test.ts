import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { money } from "../money/money";
import { plusMin } from "../time/instant";
import { answerableFor, refundDeadlines, refundFor, refundForMissing } from "./refund";
import { PARTIES } from "./schema";

const startsAt = Temporal.Instant.from("2026-11-22T10:00:00Z");
const paid = money(50_001, "INR");
const MS = { milliseconds: 1 };

describe("refundFor", () => {
  it.each([
    ["a week before", plusMin(startsAt, -10_080), 50_001],
    ["exactly two hours before", plusMin(startsAt, -120), 50_001],
    ["a millisecond later", plusMin(startsAt, -120).add(MS), 25_001],
    ["at the start", startsAt, 25_001],
    ["a millisecond into the visit", startsAt.add(MS), 0],
  ])("the patient %s", (_, now, minor) => {
    expect(refundFor(paid, startsAt, "PATIENT", now)).toEqual(money(minor, "INR"));
  });
  it.each(["DOCTOR", "PLATFORM"] as const)(
    "is all of it when the %s cancels, even during the visit",
    (party) => {
      expect(refundFor(paid, startsAt, party, plusMin(startsAt, 15))).toEqual(paid);
    },
  );
  it("never exceeds what was paid and never grows with time", () => {
    const minutes = fc.integer({ min: -3000, max: 3000 });
    return fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.constantFrom(...PARTIES),
        minutes,
        minutes,
        (minor, party, a, b) => {
          const at = (min: number) =>
            refundFor(money(minor, "INR"), startsAt, party, plusMin(startsAt, min)).minor;
          expect(at(a)).toBeLessThanOrEqual(minor);
          expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
        },
      ),
    );
  });
});

it("tells the deadlines shown before paying", () => {
  expect(refundDeadlines(startsAt).map(({ until, percent }) => [until.toString(), percent])).toEqual([
    ["2026-11-22T08:00:00Z", 100],
    ["2026-11-22T10:00:00Z", 50],
  ]);
});

it.each([
  ["PATIENT", null, "PATIENT"],
  ["PATIENT", "PATIENT", "PATIENT"],
  ["PATIENT", "DOCTOR", "DOCTOR"],
  ["DOCTOR", "PATIENT", "DOCTOR"],
  ["PLATFORM", "PATIENT", "PLATFORM"],
] as const)("cancelled by %s after %s moved it last: judged as by %s", (by, movedBy, answerable) => {
  expect(answerableFor(by, movedBy)).toBe(answerable);
});

it("gives all back unless it was the patient who wasn't there", () => {
  expect(PARTIES.map((party) => refundForMissing(paid, party).minor)).toEqual([0, 50_001, 50_001]);
});
