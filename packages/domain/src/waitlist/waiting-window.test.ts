import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { waitingWindow } from "./waiting-window";

const now = Temporal.Instant.from("2026-11-22T10:00:00Z");
const windowOf = (from: string, to: string, zone = "Asia/Kolkata") => {
  const result = waitingWindow(from, to, zone, now);
  return result.ok ? [result.value.from.toString(), result.value.to.toString()] : result.code;
};

describe("a window of waiting", () => {
  it("is whole local days, and begins no earlier than now", () => {
    expect(windowOf("2026-11-23", "2026-11-23")).toEqual(["2026-11-22T18:30:00Z", "2026-11-23T18:30:00Z"]);
    expect(windowOf("2026-11-01", "2026-11-22")).toEqual(["2026-11-22T10:00:00Z", "2026-11-22T18:30:00Z"]);
  });
  it("has a day of 25 hours where the clocks go back", () => {
    const [from = "", to = ""] = windowOf("2027-11-07", "2027-11-07", "America/New_York");
    expect(Temporal.Instant.from(from).until(to).total("hours")).toBe(25);
  });
  it.each([
    ["that is over", "2026-11-20", "2026-11-21"],
    ["of 91 days", "2026-11-23", "2027-02-21"],
    ["that ends before it begins", "2026-12-02", "2026-12-01"],
  ])("%s is refused", (_, from, to) => {
    expect(windowOf(from, to)).toBe("waitlist.window_invalid");
  });
});
