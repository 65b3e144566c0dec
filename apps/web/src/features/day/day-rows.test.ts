import type { OwnSlot } from "@amrutam/domain/availability/schema";
import { describe, expect, it } from "vitest";
import { currentVisit, dayParts, hasWhoWaits, nextVisit, rowsOf, type SlotVisit } from "./day-rows";

const NOW = "2026-11-23T10:00:00Z";
const at = (clock: string) => `2026-11-23T${clock}:00Z`;

const slot = (startsAt: string, endsAt: string, over: Partial<OwnSlot> = {}): OwnSlot => ({
  id: `slot ${startsAt}`,
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  status: "OPEN",
  origin: "GENERATED",
  modes: ["VIDEO"],
  capacity: 1,
  capped: false,
  taken: 0,
  consultations: [],
  ...over,
});
const visit = (status: SlotVisit["status"], holdExpiresAt: string | null = null): SlotVisit => ({
  id: `visit ${status} ${holdExpiresAt}`,
  status,
  mode: "VIDEO",
  patientName: "Ritu Sharma",
  dependant: null,
  holdExpiresAt,
});
const held = (until: string) => [visit("REQUESTED", at(until))];

describe("rowsOf", () => {
  it.each([
    ["an open slot", {}, ["free"]],
    ["a blocked one", { status: "BLOCKED" as const }, ["blocked"]],
    ["a visit", { consultations: [visit("CONFIRMED")] }, ["visit"]],
    ["a hold that runs", { consultations: held("10:04") }, ["held"]],
    ["a hold that ran out this instant", { consultations: held("10:00") }, ["free"]],
    ["one seat of two", { capacity: 2, consultations: [visit("CONFIRMED")] }, ["visit", "free"]],
  ])("shows %s", (_, over, kinds) => {
    expect(rowsOf([slot("11:00", "11:20", over)], NOW).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("dayParts", () => {
  it("keeps a passed visit ahead until somebody closes it, and drops passed places", () => {
    const rows = rowsOf(
      [
        slot("08:00", "08:20", { consultations: [visit("COMPLETED")] }),
        slot("08:20", "08:40", { consultations: [visit("CONFIRMED")] }),
        slot("08:40", "09:00"),
        slot("09:40", "10:00", { consultations: [visit("NO_SHOW")] }),
        slot("10:00", "10:20", { status: "BLOCKED" }),
        slot("10:20", "10:40", { status: "BLOCKED" }),
      ],
      NOW,
    );
    const { earlier, ahead } = dayParts(rows, NOW);
    expect(earlier.map((row) => row.visit.status)).toEqual(["COMPLETED", "NO_SHOW"]);
    expect(ahead.map(({ slot: place }) => place.startsAt)).toEqual([at("08:20"), at("10:20")]);
  });
});

describe("the visit that is now", () => {
  const due = slot("10:00", "10:20", { consultations: [visit("CONFIRMED")] });
  const later = slot("11:00", "11:20", { consultations: [visit("CONFIRMED")] });
  const mayStart = ({ startsAt }: { startsAt: string }) => startsAt <= at("10:10");

  it("is the one under way before one that is due", () => {
    const running = slot("09:00", "09:20", { consultations: [visit("IN_PROGRESS")] });
    expect(currentVisit(rowsOf([running, due], NOW), NOW, mayStart)?.slot).toBe(running);
  });
  it("is the one that is due, and none when nothing is", () => {
    expect(currentVisit(rowsOf([due, later], NOW), NOW, mayStart)?.slot).toBe(due);
    expect(currentVisit(rowsOf([later], NOW), NOW, mayStart)).toBeUndefined();
  });
  it("is followed by the next by the clock", () => {
    expect(nextVisit(rowsOf([due, later], NOW), NOW)?.slot).toBe(later);
  });
});

describe("hasWhoWaits", () => {
  it.each([
    ["a visit ahead", slot("11:00", "11:20", { consultations: [visit("CONFIRMED")] }), true],
    [
      "one that should have begun 29 minutes ago",
      slot("09:31", "10:31", { consultations: [visit("CONFIRMED")] }),
      true,
    ],
    [
      "one that should have begun 30 minutes ago",
      slot("09:30", "10:30", { consultations: [visit("CONFIRMED")] }),
      false,
    ],
    ["one whose time has passed", slot("09:40", "10:00", { consultations: [visit("CONFIRMED")] }), false],
    ["one under way", slot("09:50", "10:10", { consultations: [visit("IN_PROGRESS")] }), false],
    ["one being paid for", slot("11:00", "11:20", { consultations: held("10:04") }), false],
    ["a place nobody has", slot("11:00", "11:20"), false],
  ])("judges %s", (_, place, waits) => {
    expect(hasWhoWaits(rowsOf([place], NOW), NOW)).toBe(waits);
  });
});
