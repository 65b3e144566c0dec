import type { OwnSlot } from "@amrutam/domain/availability/schema";
import type { Clock } from "../day/day-row";
import { wallTime } from "./week-clock";

export const lengthOf = ({ startsAt, endsAt }: Pick<OwnSlot, "startsAt" | "endsAt">): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** A place nobody has, as the acts on it want it. @param zone the practice's @param modes its kinds of visit in words */
export const placeOf = (slot: OwnSlot, zone: string, clock: Clock, modes: string) => ({
  id: slot.id,
  status: slot.status,
  isFull: slot.capped,
  isMovable: slot.consultations.length === 0,
  at: { ...wallTime(slot.startsAt, zone), lengthMin: lengthOf(slot) },
  offered: slot.modes,
  when: `${clock.date(slot.startsAt)}, ${clock.range(slot.startsAt, slot.endsAt)}`,
  modes,
});
