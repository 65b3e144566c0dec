import { describe, expect, it } from "vitest";
import { weekBeside, withFullDay } from "./weeks-times";

const FROM = "2026-11-23T04:30:00Z";
const time = (id: string, startsAt: string) => ({ id, startsAt });
const open = { items: [time("b", "2026-11-24T05:00:00Z")], nextAfter: "2026-12-04T05:00:00Z" };

describe("withFullDay", () => {
  it("puts a full day's times among the week's, in order and each once", () => {
    const own = [
      time("a", "2026-11-23T06:00:00Z"),
      time("b", "2026-11-24T05:00:00Z"),
      time("c", "2026-11-25T05:00:00Z"),
    ];
    const { items, nextAfter } = withFullDay(open, own, FROM);
    expect(items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(nextAfter).toBe(open.nextAfter);
  });

  it("leaves those of another week out, and leads on to the soonest", () => {
    const own = [time("past", "2026-11-22T06:00:00Z"), time("next", "2026-11-30T04:30:00Z")];
    expect(withFullDay(open, own, FROM)).toEqual({ items: open.items, nextAfter: "2026-11-30T04:30:00Z" });
    expect(withFullDay({ items: [], nextAfter: null }, [], FROM)).toEqual({ items: [], nextAfter: null });
  });
});

it("weekBeside never goes before now", () => {
  expect(weekBeside(FROM, 1, FROM)).toBe("2026-11-30T04:30:00.000Z");
  expect(weekBeside("2026-11-25T04:30:00Z", -1, FROM)).toBe("2026-11-23T04:30:00.000Z");
});
