import { describe, expect, it } from "vitest";
import { SHOWN_STATUSES, shownStatusOf, visitsAddress } from "./shown-status";

describe("the timeline's address", () => {
  it("says which visits and where in them, and is read back", () => {
    expect(visitsAddress(undefined)).toBe("/visits");
    expect(visitsAddress("NO_SHOW", "a+b/c=")).toBe("/visits?show=no_show&cursor=a%2Bb%2Fc%3D");
    for (const status of SHOWN_STATUSES) {
      const { searchParams } = new URL(visitsAddress(status), "http://localhost");
      expect(shownStatusOf(searchParams.get("show") ?? undefined)).toBe(status);
    }
  });

  it.each([undefined, "", "COMPLETED", "requested", "all", ["completed", "cancelled"]])(
    "means everything by %j",
    (show) => {
      expect(shownStatusOf(show)).toBeUndefined();
    },
  );
});
