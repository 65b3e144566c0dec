import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { wallClockMin } from "../time/local-day";
import { AUDIENCES, CHANNELS, NOTICE_KINDS, NOTICES } from "./kinds";
import { sendableAt } from "./quiet-hours";
import { channelsFor, isFixed, wishTable } from "./wishes";

const at = (text: string) => Temporal.Instant.from(text);
const night = { fromMin: 22 * 60, toMin: 7 * 60 };

describe("quiet hours", () => {
  it.each([
    ["before they begin", "2026-11-22T16:29:00Z", "2026-11-22T16:29:00Z"],
    ["as they begin", "2026-11-22T16:30:00Z", "2026-11-23T01:30:00Z"],
    ["after midnight", "2026-11-22T20:00:00Z", "2026-11-23T01:30:00Z"],
    ["as they end", "2026-11-23T01:30:00Z", "2026-11-23T01:30:00Z"],
  ])("over midnight in India, %s", (_, now, expected) => {
    expect(sendableAt(at(now), night, "Asia/Kolkata").toString()).toBe(expected);
  });

  it("are none where none were asked for", () => {
    expect(sendableAt(at("2026-11-22T20:00:00Z"), null, "Asia/Kolkata").toString()).toBe(
      "2026-11-22T20:00:00Z",
    );
  });

  it("don't hold back what would come too late", () => {
    const now = at("2026-11-22T20:00:00Z");
    expect(sendableAt(now, night, "Asia/Kolkata", at("2026-11-23T01:00:00Z"))).toEqual(now);
    expect(sendableAt(now, night, "Asia/Kolkata", at("2026-11-23T09:00:00Z")).toString()).toBe(
      "2026-11-23T01:30:00Z",
    );
  });

  it("that end in an hour the clocks skip end when they have skipped it", () => {
    const ends = { fromMin: 0, toMin: 150 };
    for (const now of ["2026-03-08T06:00:00Z", "2026-03-08T06:30:00Z"])
      expect(sendableAt(at(now), ends, "America/New_York").toString()).toBe("2026-03-08T07:30:00Z");
  });

  it("hold back until the reader's clock shows their end, in every zone and season", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
        fc.integer({ min: 946_684_800, max: 2_000_000_000 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, second, fromMin, toMin) => {
          fc.pre(fromMin !== toMin);
          const now = Temporal.Instant.fromEpochMilliseconds(second * 1000);
          const sent = sendableAt(now, { fromMin, toMin }, zone);
          const waited = sent.epochMilliseconds - now.epochMilliseconds;
          expect(waited).toBeGreaterThanOrEqual(0);
          // A day and the hours a change of the clocks may add.
          expect(waited).toBeLessThanOrEqual(27 * 3_600_000);
          // Minutes since they began, on a clock that starts there: outside of them it is past their length.
          const since = (wallClockMin(sent, zone) - fromMin + 1440) % 1440;
          expect(since).toBeGreaterThanOrEqual((toMin - fromMin + 1440) % 1440);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("channels", () => {
  it("are the usual ones until somebody says otherwise", () => {
    expect(channelsFor("BOOKED", "PATIENT", [])).toEqual(["IN_APP", "EMAIL"]);
    const wishes = [
      { kind: "BOOKED", channel: "SMS", isOn: true },
      { kind: "BOOKED", channel: "IN_APP", isOn: false },
      { kind: "CANCELLED", channel: "WHATSAPP", isOn: true },
    ] as const;
    expect(channelsFor("BOOKED", "PATIENT", wishes)).toEqual(["EMAIL", "SMS"]);
  });

  it("that are fixed can't be wished away, and a side that isn't told has none", () => {
    for (const kind of NOTICE_KINDS)
      for (const audience of AUDIENCES) {
        const off = CHANNELS.map((channel) => ({ kind, channel, isOn: false }));
        const left = channelsFor(kind, audience, off);
        expect(left).toEqual([...(NOTICES[kind][audience]?.always ?? [])]);
        for (const channel of left) expect(isFixed(kind, audience, channel)).toBe(true);
      }
    expect(channelsFor("REMINDER_DAY", "DOCTOR", [])).toEqual([]);
    expect(wishTable("DOCTOR", []).map(({ kind }) => kind)).toEqual([
      "BOOKED",
      "RESCHEDULED",
      "CANCELLED",
      "MISSED",
    ]);
  });
});
