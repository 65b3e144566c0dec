import type { OwnSlot } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { rowsOf } from "../day/day-rows";

/**
 * Own times a visit can go to: ahead, not blocked, with a seat left that nobody is being offered, and of its kind. Notice
 * binds patients only. On a day that is full the visit may move within the day, where it counts already.
 * @param visit the one that moves; its own time is none @param now ISO instant
 * @param isSameDay does this instant lie on the visit's date?
 */
export function timesFor(
  visit: Readonly<{ id: string; mode: Mode }>,
  slots: readonly OwnSlot[],
  now: string,
  isSameDay: (startsAt: string) => boolean,
): OwnSlot[] {
  const isIn = ({ consultations }: OwnSlot) => consultations.some(({ id }) => id === visit.id);
  const givesUpADay = slots.find(isIn)?.taken === 1;
  return rowsOf(slots, now)
    .filter(
      ({ kind, slot }) =>
        kind === "free" || (kind === "blocked" && slot.capped && givesUpADay && isSameDay(slot.startsAt)),
    )
    .map(({ slot }) => slot)
    .filter(
      (slot) =>
        Date.parse(slot.startsAt) > Date.parse(now) &&
        slot.taken < slot.capacity &&
        slot.modes.includes(visit.mode) &&
        !isIn(slot),
    );
}
