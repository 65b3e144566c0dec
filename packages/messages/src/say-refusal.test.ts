import { describe, expect, it } from "vitest";
import { sayRefusal } from "./say-refusal";

describe("a refusal in words", () => {
  it.each([
    [1, "1 second"],
    [42, "42 seconds"],
    [89, "89 seconds"],
    [90, "2 minutes"],
    [841, "15 minutes"],
  ])("after too many tries names the wait: %i s is %s", (retryAfterSec, words) => {
    expect(sayRefusal("en", "rate.limited", { retryAfterSec })).toContain(`again in ${words}.`);
  });
  it("does so in Hindi", () => {
    expect(sayRefusal("hi", "rate.limited", { retryAfterSec: 841 })).toContain("15 मिनट बाद");
  });
  it("is the plain sentence where nothing is known of the wait", () => {
    expect(sayRefusal("en", "rate.limited")).toMatch(/wait a moment/);
    expect(sayRefusal("en", "auth.link_invalid", { retryAfterSec: 5 })).toMatch(/^This link/);
  });
});
