import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { sameClock, zoneLongName, zoneShortName } from "./zone-name";

const winter = Temporal.Instant.from("2026-01-15T12:00:00Z");
const summer = Temporal.Instant.from("2026-07-15T12:00:00Z");

describe("the name beside a time", () => {
  it.each([
    ["Asia/Kolkata", winter, "en", "IST"],
    ["Asia/Kolkata", winter, "hi", "IST"],
    ["Asia/Calcutta", winter, "en", "IST"],
    ["America/New_York", winter, "en", "EST"],
    ["America/New_York", summer, "en", "EDT"],
    ["Europe/London", summer, "en", "BST"],
    ["Asia/Kathmandu", winter, "en", "GMT+5:45"],
    ["UTC", winter, "en", "UTC"],
  ])("%s at %s in %s is %s", (zone, at, locale, expected) => {
    expect(zoneShortName(zone, at, locale)).toBe(expected);
  });
  it("has words for it in both languages", () => {
    expect(zoneLongName("Asia/Kolkata", winter, "en")).toBe("India Standard Time");
    expect(zoneLongName("Asia/Kolkata", winter, "hi")).toBe("भारतीय मानक समय");
  });
  it("tells whether one name will do", () => {
    expect(sameClock("Asia/Kolkata", "Asia/Colombo", winter)).toBe(true);
    expect(sameClock("Europe/London", "UTC", winter)).toBe(true);
    expect(sameClock("Europe/London", "UTC", summer)).toBe(false);
    expect(sameClock("Asia/Kolkata", "Asia/Kathmandu", winter)).toBe(false);
    // The same hour and minute, a day apart.
    expect(sameClock("Pacific/Honolulu", "Pacific/Kiritimati", winter)).toBe(false);
  });
});
