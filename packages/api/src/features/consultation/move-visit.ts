import { decideReschedule, overlapFor } from "@amrutam/domain/consultation/decide-reschedule";
import type { rescheduledConsultation } from "@amrutam/domain/consultation/schema";
import type { Party } from "@amrutam/domain/consultation/transitions";
import { ok, type Refusal, type Result, refuse } from "@amrutam/domain/result";
import { Temporal } from "temporal-polyfill";
import type * as z from "zod";
import type { Deps } from "../../deps";
import { sqlState } from "../../errors";
import { retrying } from "../../transaction";
import { iso } from "../../wire";
import { nearestOpenSlots } from "./booking-store";
import { type RescheduleFactsRow, type RescheduleRequest, rescheduleInOneTrip } from "./reschedule-store";

export type Moved = z.infer<typeof rescheduledConsultation>;

/** 23505: another patient was first; 23P01: another visit of this patient's was. The constraints are the lock. */
function lostRace(error: unknown, party: Party) {
  const state = sqlState(error);
  if (state === "23505") return "booking.slot_taken";
  return state === "23P01" ? overlapFor(party) : undefined;
}

const at = (text: string) => Temporal.Instant.from(text);

/** The domain names the reason. @throws Error when function and rule disagree, which is a bug in one of them */
function reasonFor({ visit, slot, now, ...facts }: RescheduleFactsRow, party: Party): Refusal {
  const decision = decideReschedule(
    {
      ...facts,
      visit: {
        ...visit,
        startsAt: at(visit.startsAt),
        endsAt: at(visit.endsAt),
        holdExpiresAt: visit.holdExpiresAt === null ? null : at(visit.holdExpiresAt),
      },
      slot: slot && { ...slot, startsAt: at(slot.startsAt), endsAt: at(slot.endsAt) },
    },
    party,
    at(now),
  );
  if (decision.ok) throw new Error("reschedule_consultation() refused what decideReschedule() allows");
  return decision;
}

/**
 * Moves a visit to another slot of its doctor: in one statement of one function, so the old time is given up only when
 * the new one is had. A lost slot answers with the doctor's nearest open times in `details.alternatives`.
 */
export async function moveVisit(deps: Deps, request: RescheduleRequest): Promise<Result<Moved>> {
  try {
    const result = await retrying(() => rescheduleInOneTrip(deps, request));
    if (result.outcome === "reused") return refuse("idempotency.key_reused");
    if (result.outcome === "in_flight") return refuse("idempotency.in_flight");
    if (result.outcome === "missing") return refuse("not_found");
    if (result.outcome === "link_invalid") return refuse("consultation.link_invalid");
    if (result.outcome === "refused") {
      const refusal = reasonFor(result.facts, request.party);
      return refusal.code === "booking.slot_taken"
        ? withAlternatives(deps, request, result.facts.visit.mode, refusal)
        : refusal;
    }
    const { answer } = result;
    return ok({
      ...answer,
      startsAt: iso(new Date(answer.startsAt)),
      endsAt: iso(new Date(answer.endsAt)),
    });
  } catch (error) {
    const code = lostRace(error, request.party);
    if (!code) throw error;
    return refuse(code);
  }
}

async function withAlternatives(deps: Deps, { slotId }: RescheduleRequest, mode: string, { code }: Refusal) {
  const rows = await nearestOpenSlots(deps, slotId, mode);
  const alternatives = rows.map((row) => ({
    id: row.id,
    startsAt: iso(row.starts_at),
    endsAt: iso(row.ends_at),
  }));
  return refuse(code, { alternatives });
}
