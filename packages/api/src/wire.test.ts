import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoOfMs } from "./wire";

describe("isoOfMs", () => {
  it("writes what Date writes, whichever days came before", () => {
    // 1900 to 2199, whole milliseconds; more days than are kept, so that forgotten ones come again.
    const ms = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) - 1 });
    fc.assert(
      fc.property(ms, (at) => isoOfMs(at) === new Date(at).toISOString()),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["the last millisecond of a day", Date.UTC(2026, 10, 22, 23, 59, 59, 999)],
    ["the first of the next", Date.UTC(2026, 10, 23)],
    ["a leap day", Date.UTC(2028, 1, 29, 12)],
    ["before the epoch", Date.UTC(1969, 11, 31, 23, 59, 59, 1)],
  ])("%s", (_name, at) => {
    expect(isoOfMs(at)).toBe(new Date(at).toISOString());
  });
});
