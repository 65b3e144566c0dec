import { describe, expect, it } from "vitest";
import { messagesOf } from "./catalog";
import { isSameClock, sayDay, sayTime, sayZone, type WhenReader, zoneToday } from "./say-when";

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
