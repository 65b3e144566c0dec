import type { OwnSlot } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { rowsOf } from "../day/day-rows";

/**
 * Own times a visit can go to: ahead, not blocked, with a seat left, and of its kind. Notice binds patients only.
 * @param visit the one that moves; its own time is none @param now ISO instant
 */
export const timesFor = (
  visit: Readonly<{ id: string; mode: Mode }>,
  slots: readonly OwnSlot[],
  now: string,
): OwnSlot[] =>
  rowsOf(slots, now)
    .filter(({ kind }) => kind === "free")
    .map(({ slot }) => slot)
    .filter(
      ({ startsAt, modes, consultations }) =>
        Date.parse(startsAt) > Date.parse(now) &&
        modes.includes(visit.mode) &&
        consultations.every(({ id }) => id !== visit.id),
    );
