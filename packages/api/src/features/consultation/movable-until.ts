import { moveRule } from "@amrutam/domain/consultation/change-policy";
import {
  deadlineOf,
  decideTransition,
  type Party,
  type VisitFacts,
} from "@amrutam/domain/consultation/transitions";
import { toIso } from "@amrutam/domain/time/instant";
import type { Temporal } from "temporal-polyfill";

/** Until when `party` may move the visit, as an ISO instant; null when it can't, or not any more. */
export function movableUntil(
  visit: VisitFacts & Readonly<{ patientMoves: number }>,
  party: Party,
  now: Temporal.Instant,
): string | null {
  const rule = moveRule(party);
  if (!rule || !decideTransition(visit, "reschedule", party, now).ok) return null;
  if (rule.times !== null && visit.patientMoves >= rule.times) return null;
  return toIso(deadlineOf(rule.until, visit));
}
