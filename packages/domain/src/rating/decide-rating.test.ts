import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { CONSULTATION_STATUSES } from "../consultation/schema";
import { decideChange, decideComment, decideGiving } from "./decide-rating";
import { SHOWN_FROM, shownAverage } from "./shown-average";

const ended = Temporal.Instant.from("2026-08-01T10:00:00Z");
const later = (hours: number) => ended.add({ hours });
const outcome = (result: { ok: boolean; code?: string }) => (result.ok ? "ok" : result.code);

describe("giving a rating", () => {
  it.each(CONSULTATION_STATUSES)("of a visit that is %s", (status) => {
    const completedAt = status === "COMPLETED" ? ended : null;
    const decision = decideGiving({ status, completedAt, isRated: false }, later(1));
    expect(outcome(decision)).toBe(status === "COMPLETED" ? "ok" : "rating.not_completed");
  });

  it("is possible once, for ninety days, the last instant excluded", () => {
    const visit = { status: "COMPLETED", completedAt: ended, isRated: false } as const;
    expect(outcome(decideGiving({ ...visit, isRated: true }, later(1)))).toBe("rating.already_given");
    const end = later(90 * 24);
    expect(outcome(decideGiving(visit, end.subtract({ milliseconds: 1 })))).toBe("ok");
    expect(outcome(decideGiving(visit, end))).toBe("rating.too_late");
  });

  it("can be changed for thirty days", () => {
    expect(outcome(decideChange(ended, later(30 * 24 - 1)))).toBe("ok");
    expect(outcome(decideChange(ended, later(30 * 24)))).toBe("rating.too_late");
  });
});

describe("deciding on a comment", () => {
  it.each([
    ["PENDING", "PUBLISHED", "ok"],
    ["PENDING", "HIDDEN", "ok"],
    ["PUBLISHED", "HIDDEN", "ok"],
    ["HIDDEN", "PUBLISHED", "ok"],
    ["PUBLISHED", "PUBLISHED", "rating.already_decided"],
    ["HIDDEN", "HIDDEN", "rating.already_decided"],
    [null, "PUBLISHED", "not_found"],
  ] as const)("%s to %s: %s", (state, decision, code) => {
    expect(outcome(decideComment({ state, revision: 3 }, { decision, revision: 3 }))).toBe(code);
  });

  it("is about the words that were read", () => {
    const wanted = { decision: "PUBLISHED", revision: 2 } as const;
    expect(outcome(decideComment({ state: "PENDING", revision: 3 }, wanted))).toBe("rating.comment_changed");
  });
});

describe("the shown average", () => {
  it("needs three ratings and has one decimal", () => {
    expect(SHOWN_FROM).toBe(3);
    expect([shownAverage(0, 0), shownAverage(5, 1), shownAverage(10, 2)]).toEqual([null, null, null]);
    expect([shownAverage(15, 3), shownAverage(14, 3), shownAverage(4, 4)]).toEqual([5, 4.7, 1]);
  });
});
