import type { ConsultationItem, ConsultationStatus } from "@amrutam/domain/consultation/schema";

const AHEAD: readonly ConsultationStatus[] = ["REQUESTED", "CONFIRMED", "IN_PROGRESS"];

/** When a visit is over, in epoch milliseconds: later by what its doctor announced. */
const overAt = ({ endsAt, delayMin }: ConsultationItem) => Date.parse(endsAt) + (delayMin ?? 0) * 60_000;

/**
 * Visits that still take place, and the others among those that begin about now or later: cancelled ones, and ones that
 * have just ended. @param now ISO instant
 */
export function splitVisits(items: readonly ConsultationItem[], now: string) {
  const isAhead = (visit: ConsultationItem) =>
    AHEAD.includes(visit.status) && (visit.status === "IN_PROGRESS" || overAt(visit) > Date.parse(now));
  return { ahead: items.filter(isAhead), others: items.filter((visit) => !isAhead(visit)) };
}
