import type { OwnSlot } from "@amrutam/domain/availability/schema";
import { LATE_PAST_MIN } from "@amrutam/domain/notification/schema";

export type SlotVisit = OwnSlot["consultations"][number];
type Place = Readonly<{ key: string; slot: OwnSlot }>;

/** One line of a doctor's day: a visit, a place a patient is paying for, or a place nobody has. */
export type DayRow =
  | (Place & Readonly<{ kind: "visit"; visit: SlotVisit }>)
  | (Place & Readonly<{ kind: "held"; until: string }>)
  | (Place & Readonly<{ kind: "free" | "blocked" }>);
export type VisitRow = Extract<DayRow, { kind: "visit" }>;

const ms = (iso: string): number => Date.parse(iso);

function rowsOfSlot(slot: OwnSlot, nowMs: number): DayRow[] {
  const seats = slot.consultations.flatMap((visit): DayRow[] => {
    const key = visit.id;
    if (visit.status !== "REQUESTED") return [{ kind: "visit", key, slot, visit }];
    const { holdExpiresAt } = visit;
    // A hold that ran out may still stand in the table: whoever books next clears it away.
    return holdExpiresAt && ms(holdExpiresAt) > nowMs
      ? [{ kind: "held", key, slot, until: holdExpiresAt }]
      : [];
  });
  if (seats.length >= slot.capacity) return seats;
  return [...seats, { kind: slot.status === "BLOCKED" ? "blocked" : "free", key: slot.id, slot }];
}

/** Slots in order as lines, one per seat that somebody has, and one for what is left of a slot. @param now ISO instant */
export const rowsOf = (slots: readonly OwnSlot[], now: string): DayRow[] =>
  slots.flatMap((slot) => rowsOfSlot(slot, ms(now)));

/** Nobody can book a place that has begun. */
const isOver = (row: DayRow, nowMs: number): boolean =>
  row.kind === "visit"
    ? row.visit.status === "COMPLETED" || row.visit.status === "NO_SHOW"
    : row.kind !== "held" && ms(row.slot.startsAt) <= nowMs;

export type DayParts = Readonly<{
  /** Held or missed, and done with. */
  earlier: readonly VisitRow[];
  /** What is to come, and visits whose time has passed but that nobody closed. */
  ahead: readonly DayRow[];
}>;

/** What is behind the doctor and what is not; places that passed unused are nobody's concern any more. */
export function dayParts(rows: readonly DayRow[], now: string): DayParts {
  const nowMs = ms(now);
  return {
    earlier: rows.filter((row): row is VisitRow => row.kind === "visit" && isOver(row, nowMs)),
    ahead: rows.filter((row) => !isOver(row, nowMs)),
  };
}

/** May the doctor start this visit at this moment? Minutes as the domain's table has them. */
export type StartRule = (slot: Pick<OwnSlot, "startsAt" | "endsAt">) => boolean;

/** The visit that is now: the one under way, else the first that may begin and has not ended. */
export function currentVisit(
  rows: readonly DayRow[],
  now: string,
  mayStart: StartRule,
): VisitRow | undefined {
  const visits = rows.filter((row): row is VisitRow => row.kind === "visit");
  const isDue = ({ visit, slot }: VisitRow) =>
    visit.status === "CONFIRMED" && mayStart(slot) && ms(slot.endsAt) > ms(now);
  return visits.find(({ visit }) => visit.status === "IN_PROGRESS") ?? visits.find(isDue);
}

/** The next visit that has not begun by the clock. */
export const nextVisit = (rows: readonly DayRow[], now: string): VisitRow | undefined =>
  rows.find(
    (row): row is VisitRow =>
      row.kind === "visit" && row.visit.status === "CONFIRMED" && ms(row.slot.startsAt) > ms(now),
  );

/**
 * Is there anybody to tell that the doctor runs late? Who waits for a visit still ahead, or for one that should have begun
 * not long ago: the same visits that `consultation.runningLate` tells.
 */
export const hasWhoWaits = (rows: readonly DayRow[], now: string): boolean =>
  rows.some(
    (row) =>
      row.kind === "visit" &&
      row.visit.status === "CONFIRMED" &&
      ms(row.slot.startsAt) > ms(now) - LATE_PAST_MIN * 60_000 &&
      ms(row.slot.endsAt) > ms(now),
  );
