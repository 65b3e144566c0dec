import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isZone, zoneOffset } from "./zone";

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

describe("offsets", () => {
  it("follow the day", () => {
    expect([zoneOffset("America/New_York", winter), zoneOffset("America/New_York", summer)]).toEqual([
      "-05:00",
      "-04:00",
    ]);
  });
});
