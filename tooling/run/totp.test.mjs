import { describe, expect, it } from "vitest";
import { totp } from "./totp.mjs";

/** "12345678901234567890" in base32; times and codes from RFC 6238, appendix B, SHA-1, last six digits. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("totp", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %i s is %s", (seconds, code) => {
    expect(totp(SECRET, seconds * 1000).code).toBe(code);
  });

  it("says how long the code lasts", () => {
    expect(totp(SECRET, 59_999).validForSec).toBe(1);
    expect(totp(SECRET, 60_000).validForSec).toBe(30);
  });

  it("refuses what is not base32", () => {
    expect(() => totp("ABC1", 0)).toThrow(RangeError);
  });
});
