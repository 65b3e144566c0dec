import type { ConsultationItem } from "@amrutam/domain/consultation/schema";
import { describe, expect, it } from "vitest";
import { splitVisits } from "./split-visits";

const NOW = "2026-11-22T10:00:00Z";
const visit = (id: string, more: Partial<ConsultationItem>) =>
  ({ id, status: "CONFIRMED", endsAt: "2026-11-22T09:50:00Z", delayMin: null, ...more }) as ConsultationItem;

describe("visits ahead", () => {
  it("are those that still take place: one under way, one whose doctor is late", () => {
    const { ahead, others } = splitVisits(
      [
        visit("over", {}),
        visit("late", { delayMin: 30 }),
        visit("long late", { delayMin: 10 }),
        visit("under way", { status: "IN_PROGRESS" }),
        visit("held", { status: "REQUESTED", endsAt: "2026-11-22T12:00:00Z" }),
        visit("cancelled", { status: "CANCELLED", endsAt: "2026-11-22T12:00:00Z" }),
      ],
      NOW,
    );
    expect(ahead.map(({ id }) => id)).toEqual(["late", "under way", "held"]);
    expect(others.map(({ id }) => id)).toEqual(["over", "long late", "cancelled"]);
  });
});
