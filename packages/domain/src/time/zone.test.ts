import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isZone, sameClock, zoneLongName, zoneOffset, zoneShortName } from "./zone";

const winter = Temporal.Instant.from("2026-01-15T12:00:00Z");
const summer = Temporal.Instant.from("2026-07-15T12:00:00Z");

describe("isZone", () => {
  it.each(["UTC", "Asia/Kolkata", "Asia/Calcutta", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])(
    "knows %s",
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );
  it.each([
    "",
    "+05:30",
    "IST",
    "asia/kolkata",
    "Asia/Kolkata ",
    "Asia/Atlantis",
    "Asia/Kolkata\u0000",
    "../etc/passwd",
    `Asia/${"x".repeat(1_000_000)}`,
    "__proto__",
  ])("refuses %#", (name) => {
    expect(isZone(name)).toBe(false);
  });
  it("knows every zone this runtime lists", () => {
    expect(Intl.supportedValuesOf("timeZone").filter((name) => !isZone(name))).toEqual([]);
  });
});

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
});

describe("offsets", () => {
  it("follow the day", () => {
    expect([zoneOffset("America/New_York", winter), zoneOffset("America/New_York", summer)]).toEqual([
      "-05:00",
      "-04:00",
    ]);
  });
  it("tell whether one name will do", () => {
    expect(sameClock("Asia/Kolkata", "Asia/Colombo", winter)).toBe(true);
    expect(sameClock("Europe/London", "UTC", winter)).toBe(true);
    expect(sameClock("Europe/London", "UTC", summer)).toBe(false);
  });
});
