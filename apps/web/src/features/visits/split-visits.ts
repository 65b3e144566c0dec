import type { ConsultationItem, ConsultationStatus } from "@amrutam/domain/consultation/schema";

const AHEAD: readonly ConsultationStatus[] = ["REQUESTED", "CONFIRMED", "IN_PROGRESS"];

/**
 * Visits that still take place, and the others among those that begin about now or later: cancelled ones, and ones that
 * have just ended. @param now ISO instant
 */
export function splitVisits(items: readonly ConsultationItem[], now: string) {
  const isAhead = (visit: ConsultationItem) =>
    AHEAD.includes(visit.status) &&
    (visit.status === "IN_PROGRESS" || Date.parse(visit.endsAt) > Date.parse(now));
  return { ahead: items.filter(isAhead), others: items.filter((visit) => !isAhead(visit)) };
}
