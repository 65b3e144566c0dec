import { describe, expect, it } from "vitest";
import { isRefusalCode, REFUSAL_CODES, statusOf } from "./refusals";
import { ok, refuse } from "./result";

describe("refusal codes", () => {
  it.each(REFUSAL_CODES)("%s is lower snake case, at most one dot", (code) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)?$/);
  });
  it("answers 500 for bugs alone", () => {
    expect(REFUSAL_CODES.filter((code) => statusOf(code) >= 500 && statusOf(code) !== 503)).toEqual([
      "internal",
    ]);
  });
  it("knows its own, and nothing an object inherits", () => {
    expect(isRefusalCode("booking.slot_taken")).toBe(true);
    expect(isRefusalCode("toString")).toBe(false);
    expect(isRefusalCode("booking.slot_taken ")).toBe(false);
  });
});

describe("results", () => {
  it("narrow by ok", () => {
    const results = [ok(3), refuse("not_found"), refuse("booking.slot_taken", { alternatives: [] })];
    expect(results.map((result) => (result.ok ? result.value : result.code))).toEqual([
      3,
      "not_found",
      "booking.slot_taken",
    ]);
    expect(refuse("not_found")).not.toHaveProperty("details");
  });
});
