import type { OwnSlot } from "@amrutam/domain/availability/schema";
import { expect, it } from "vitest";
import { timesFor } from "./own-times";

const NOW = "2026-11-23T10:00:00Z";
const seat = (id: string) => ({
  id,
  status: "CONFIRMED" as const,
  mode: "VIDEO" as const,
  patientName: "Ritu Sharma",
  dependant: null,
  holdExpiresAt: null,
});
const slot = (id: string, over: Partial<OwnSlot> = {}): OwnSlot => ({
  id,
  startsAt: "2026-11-23T11:00:00Z",
  endsAt: "2026-11-23T11:20:00Z",
  status: "OPEN",
  origin: "GENERATED",
  modes: ["VIDEO"],
  capacity: 1,
  capped: false,
  taken: 0,
  consultations: [],
  ...over,
});

it("offers what is ahead, free and of the visit's kind, but not where it is already", () => {
  const slots = [
    slot("free"),
    slot("begun", { startsAt: NOW }),
    slot("blocked", { status: "BLOCKED" }),
    slot("being offered", { taken: 1 }),
    slot("other kind", { modes: ["CHAT"] }),
    slot("taken", { taken: 1, consultations: [seat("other")] }),
    slot("one seat left", { capacity: 2, taken: 1, consultations: [seat("other")] }),
    slot("its own group", { capacity: 2, taken: 1, consultations: [seat("this")] }),
  ];
  const times = timesFor({ id: "this", mode: "VIDEO" }, slots, NOW, () => false);
  expect(times.map(({ id }) => id)).toEqual(["free", "one seat left"]);
});

it("offers the rest of a full day to a visit that is on it alone", () => {
  const full = { status: "BLOCKED" as const, capped: true };
  const slots = [
    slot("own", { taken: 1, consultations: [seat("this")] }),
    slot("later", { ...full, startsAt: "2026-11-23T15:00:00Z" }),
    slot("blocked by hand", { status: "BLOCKED", startsAt: "2026-11-23T16:00:00Z" }),
    slot("another day", { ...full, startsAt: "2026-11-24T15:00:00Z" }),
  ];
  const onTheDay = (at: string) => at.startsWith("2026-11-23");
  const idsFor = (id: string) => timesFor({ id, mode: "VIDEO" }, slots, NOW, onTheDay).map((time) => time.id);
  expect(idsFor("this")).toEqual(["later"]);
  expect(idsFor("other")).toEqual([]);
});
