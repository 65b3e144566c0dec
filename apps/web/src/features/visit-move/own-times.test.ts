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
    slot("other kind", { modes: ["CHAT"] }),
    slot("taken", { consultations: [seat("other")] }),
    slot("one seat left", { capacity: 2, consultations: [seat("other")] }),
    slot("its own group", { capacity: 2, consultations: [seat("this")] }),
  ];
  const times = timesFor({ id: "this", mode: "VIDEO" }, slots, NOW);
  expect(times.map(({ id }) => id)).toEqual(["free", "one seat left"]);
});
