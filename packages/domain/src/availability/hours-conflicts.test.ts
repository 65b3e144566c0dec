import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { DatedException, WeeklyWindow } from "./hours";
import { type BookedVisit, findConflicts, problemUnder } from "./hours-conflicts";

const at = (text: string) => Temporal.Instant.from(text);
/** A Monday in Kolkata, 10:00 to 10:30 on its wall unless said. */
const visit = (from = "2026-11-23T04:30:00Z", to = "2026-11-23T05:00:00Z"): BookedVisit => ({
  consultationId: "one",
  mode: "VIDEO",
  startsAt: at(from),
  endsAt: at(to),
});
const monday = (startMin: number, endMin: number, modes: WeeklyWindow["modes"] = ["VIDEO"]) => ({
  timezone: "Asia/Kolkata",
  windows: [{ weekday: 1, startMin, endMin, modes }],
  exceptions: [] as DatedException[],
});

describe("problemUnder", () => {
  it.each([
    ["within", monday(600, 630), null],
    ["begun before the window", monday(605, 700), "OUTSIDE_HOURS"],
    ["ending after it", monday(500, 625), "OUTSIDE_HOURS"],
    ["in a mode no longer offered", monday(540, 720, ["CHAT"]), "MODE"],
    ["on another weekday's hours", { ...monday(540, 720), windows: [] }, "OUTSIDE_HOURS"],
    [
      "on a day off",
      { ...monday(540, 720), exceptions: [{ kind: "OFF", date: "2026-11-23" } as const] },
      "DAY_OFF",
    ],
    ["on the same wall elsewhere", { ...monday(600, 630), timezone: "Asia/Kathmandu" }, "OUTSIDE_HOURS"],
  ])("of a visit %s", (_, hours, problem) => {
    expect(problemUnder(visit(), hours)).toBe(problem);
  });

  it("takes a visit that ends at midnight as within a window that does", () => {
    expect(
      problemUnder(visit("2026-11-23T18:00:00Z", "2026-11-23T18:30:00Z"), monday(1380, 1440)),
    ).toBeNull();
  });

  it("takes a visit past midnight as outside", () => {
    expect(problemUnder(visit("2026-11-23T18:15:00Z", "2026-11-23T18:45:00Z"), monday(1380, 1440))).toBe(
      "OUTSIDE_HOURS",
    );
  });
});

describe("findConflicts", () => {
  it("names the visits an edit leaves outside", () => {
    const found = findConflicts([visit()], monday(540, 720), monday(660, 720));
    expect(found).toMatchObject([{ consultationId: "one", problem: "OUTSIDE_HOURS" }]);
  });

  it("asks once: what was outside before is no conflict of this edit, a day off is", () => {
    const outside = monday(660, 720);
    expect(findConflicts([visit()], outside, monday(660, 780))).toEqual([]);
    const off = { ...outside, exceptions: [{ kind: "OFF", date: "2026-11-23" } as const] };
    expect(findConflicts([visit()], outside, off)).toMatchObject([{ problem: "DAY_OFF" }]);
  });
});
