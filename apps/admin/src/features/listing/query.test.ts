import { describe, expect, it } from "vitest";
import * as z from "zod";
import { dateRange, hrefOf, instantsOf, readQuery } from "./query";

const schema = z.object({ q: z.string().optional(), role: z.enum(["A", "B"]).optional(), ...dateRange });
const read = (raw: Record<string, string | string[]>) => readQuery(schema, Promise.resolve(raw));

describe("filters in an address", () => {
  it("keep what means something and leave out the rest, whatever was typed", async () => {
    expect(await read({ q: "  asha ", role: "C", from: "2026-02-30", to: "0001-01-01", other: "x" })).toEqual(
      {
        q: "asha",
      },
    );
    expect(await read({ q: "", role: ["A", "B"], from: "2026-02-28" })).toEqual({ from: "2026-02-28" });
  });
  it("name both dates as days of the reader's zone, the last one whole", () => {
    expect(instantsOf({ from: "2026-03-08", to: "2026-03-08" }, "America/New_York")).toEqual({
      from: "2026-03-08T05:00:00Z",
      to: "2026-03-09T04:00:00Z",
    });
    expect(instantsOf({}, "UTC")).toEqual({ from: undefined, to: undefined });
  });
  it("are written without what is empty", () => {
    expect(hrefOf("/people", { q: "a&b", role: undefined, cursor: "" })).toBe("/people?q=a%26b");
    expect(hrefOf("/people")).toBe("/people");
  });
});
