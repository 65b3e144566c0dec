import { describe, expect, it } from "vitest";
import { messagesOf } from "./catalog";
import { isSameClock, sayDay, sayMonth, sayTime, sayZone, type WhenReader, zoneToday } from "./say-when";

const reader = (locale: "en" | "hi", zone = "Asia/Kolkata"): WhenReader => ({
  locale,
  zone,
  now: "2026-11-22T10:00:00Z",
  words: (key) => messagesOf(locale).time[key],
});

describe("when, in words", () => {
  it("names the days near today", () => {
    expect(sayDay("2026-11-22T11:10:00Z", reader("en"))).toBe("Today");
    expect(sayDay("2026-11-22T19:00:00Z", reader("en"))).toBe("Tomorrow");
    expect(sayDay("2026-11-22T19:00:00Z", reader("en", "Europe/London"))).toBe("Today");
  });

  it("says others with weekday and date, and the year only when it differs", () => {
    expect(sayDay("2026-11-25T11:10:00Z", reader("en"))).toBe("Wednesday 25 November");
    expect(sayDay("2026-11-25T11:10:00Z", reader("en"), "short")).toBe("Wed 25 Nov");
    expect(sayDay("2027-02-01T11:10:00Z", reader("en"))).toBe("Monday 1 February 2027");
    expect(sayDay("2026-11-25T11:10:00Z", reader("hi"))).toBe("बुधवार 25 नवंबर");
  });

  it("takes the day on the reader's wall, over the end of a year and through a change of the clocks", () => {
    const at = (zone: string, now: string) => ({ ...reader("en", zone), now });
    expect(sayDay("2026-12-31T19:00:00Z", at("Asia/Kolkata", "2026-12-31T18:00:00Z"))).toBe("Tomorrow");
    expect(sayDay("2026-12-31T17:00:00+05:30", at("Asia/Kolkata", "2027-01-01T00:00:00Z"))).toBe("Yesterday");
    expect(sayDay("2026-03-09T04:30:00Z", at("America/New_York", "2026-03-08T05:00:00Z"))).toBe("Tomorrow");
    expect(sayDay("2027-01-04T10:00:00Z", at("UTC", "2026-12-29T10:00:00Z"))).toBe("Monday 4 January");
  });

  it.each(["2026-11-22", "2026-11-22T11:10:00", "soon", "2026-11-22T25:10:00Z"])("refuses %s", (text) => {
    expect(() => sayDay(text, reader("en"))).toThrow(RangeError);
    expect(() => sayTime(text, "UTC", "en")).toThrow(RangeError);
  });

  it("says the month on the reader's wall", () => {
    expect(sayMonth("2026-11-30T19:00:00Z", "Asia/Kolkata", "en")).toBe("December 2026");
    expect(sayMonth("2026-11-30T19:00:00Z", "Europe/London", "en")).toBe("November 2026");
    expect(sayMonth("2026-11-30T19:00:00Z", "Asia/Kolkata", "hi")).toBe("दिसंबर 2026");
  });

  it("says the time as each language does", () => {
    expect(sayTime("2026-11-22T11:10:00Z", "Asia/Kolkata", "en")).toBe("4:40 pm");
    expect(sayTime("2026-11-22T11:10:00Z", "Asia/Kolkata", "hi")).toBe("शाम 4:40");
    expect(sayZone("2026-11-22T11:10:00Z", "Asia/Kolkata", "en")).toBe("IST");
  });

  it("calls a zone what it is called today", () => {
    expect(zoneToday("Asia/Calcutta")).toBe("Asia/Kolkata");
    expect(zoneToday("Asia/Kolkata")).toBe("Asia/Kolkata");
  });

  it("knows two names of one clock", () => {
    expect(isSameClock("2026-11-22T11:10:00Z", "Asia/Kolkata", "Asia/Colombo")).toBe(true);
    expect(isSameClock("2026-11-22T11:10:00Z", "Asia/Kolkata", "Asia/Kathmandu")).toBe(false);
  });
});
