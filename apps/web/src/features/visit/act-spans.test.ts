import { expect, it } from "vitest";
import { actSpans } from "./act-spans";
import { spanState } from "./span-state";

const times = { startsAt: "2026-11-23T10:00:00Z", endsAt: "2026-11-23T10:20:00Z" };
const state = (act: "start" | "miss" | "cancel", clock: string) => {
  const span = actSpans({ ...times, status: "CONFIRMED" })[act];
  return span && spanState(span, Date.parse(`2026-11-23T${clock}Z`));
};

it.each([
  ["start", "09:49:59", "early"],
  ["start", "09:50:00", "open"],
  ["start", "12:19:59", "open"],
  ["start", "12:20:00", "over"],
  ["miss", "10:09:59", "early"],
  ["miss", "10:10:00", "open"],
  ["cancel", "10:19:59", "open"],
  ["cancel", "10:20:00", "over"],
] as const)("%s at %s is %s", (act, clock, expected) => {
  expect(state(act, clock)).toBe(expected);
});

it("offers only what the status leads to", () => {
  const offered = (status: "IN_PROGRESS" | "COMPLETED") =>
    Object.entries(actSpans({ ...times, status })).flatMap(([act, span]) => (span ? [act] : []));
  expect(offered("IN_PROGRESS")).toEqual(["complete"]);
  expect(offered("COMPLETED")).toEqual([]);
});
