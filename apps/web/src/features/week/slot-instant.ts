import { toIso } from "@amrutam/domain/time/instant";
import { Temporal } from "temporal-polyfill";

/**
 * The instant of a date and a time on the wall of a zone; of a repeated hour its first.
 * @param date `YYYY-MM-DD` @param time `HH:MM` @param zone IANA zone
 * @returns null where the clocks skip that time, or for what is no date or time
 */
export function slotInstant(date: string, time: string, zone: string): string | null {
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
    const there = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
    return there.toPlainDateTime().equals(wall) ? toIso(there.toInstant()) : null;
  } catch {
    return null;
  }
}
