import { describe, expect, it } from "vitest";
import { amount, percent, pointChange, rateOf, relativeChange } from "./figures";

const rupees = (minor: number) => ({ minor, currency: "INR" }) as const;

describe("head figures", () => {
  it("write amounts whole up to a lakh, then in lakh", () => {
    expect(amount(rupees(4_950_050), "en")).toBe("₹49,500.50");
    expect(amount(rupees(921_000_000), "en")).toMatch(/^₹92\.1\s?L$/);
  });
  it("have no rate and no change where there is nothing to compare with", () => {
    expect(rateOf(0, 0)).toBeNull();
    expect(percent(null, "en")).toBe("–");
    expect(relativeChange(5, 0, "en")).toBeUndefined();
    expect(pointChange(null, 0.5, String, "en")).toBeUndefined();
  });
  it("say which way a figure went and whether that is good", () => {
    expect(relativeChange(112, 100, "en")).toEqual({ text: "12%", tone: "good", direction: "up" });
    expect(relativeChange(90, 100, "en")).toMatchObject({ tone: "bad", direction: "down" });
    expect(relativeChange(100, 100, "en")).toMatchObject({ tone: "none", direction: undefined });
    expect(pointChange(0.041, 0.035, (value) => `${value} pt`, "en", "less")).toEqual({
      text: "0.6 pt",
      tone: "bad",
      direction: "up",
    });
  });
});
