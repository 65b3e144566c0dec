import { describe, expect, it } from "vitest";
import { uuidV7 } from "./uuid-v7";

const MS = Date.UTC(2026, 10, 22, 12);
const at = (ms: number) => uuidV7({ now: () => new Date(ms) });

describe("uuidV7", () => {
  it("never gives the same twice, however many random bytes are drawn at once", () => {
    const ids = at(MS);
    expect(new Set(Array.from({ length: 2_000 }, () => ids.uuid())).size).toBe(2_000);
  });

  it("is of version 7 and variant 10, and begins with the instant (RFC 9562, 5.7)", () => {
    const ids = at(MS);
    for (let n = 0; n < 300; n += 1)
      expect(ids.uuid()).toMatch(
        new RegExp(
          `^${MS.toString(16)
            .padStart(12, "0")
            .replace(/^(.{8})(.{4})$/, "$1-$2")}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
        ),
      );
  });
});
