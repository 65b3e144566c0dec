import type { Actor } from "@amrutam/domain/actor";
import { findConflicts } from "@amrutam/domain/availability/hours-conflicts";
import type { HoursWanted, previewHoursOutput } from "@amrutam/domain/availability/schema";
import { validateHours } from "@amrutam/domain/availability/validate-hours";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import type { z } from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { readBookedVisits } from "./booked-visits";
import { readHours } from "./hours-rows";
import { planSlots } from "./slot-plan";
import { readSlotsFrom } from "./slot-store";

/**
 * What saving these hours would do, without doing it: how many times come and go, and which booked visits would lie
 * outside.
 * @returns availability.zone_unknown, availability.window_invalid, availability.overlap, not_found before registration
 */
export async function previewHours(
  { deps, actor }: ActorContext<Actor<"DOCTOR">>,
  input: HoursWanted,
): Promise<Result<z.infer<typeof previewHoursOutput>>> {
  const valid = validateHours(input);
  if (!valid.ok) return valid;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  const now = fromEpochMs(deps.clock.now().getTime());
  return inTransaction(deps, async (tx) => {
    const before = await readHours(tx, doctorId);
    if (!before) return refuse("not_found");
    const after = { ...before, ...input };
    const { missing, superfluous, keptBooked } = planSlots(
      await readSlotsFrom(tx, doctorId, now),
      after,
      now,
    );
    const found = findConflicts(await readBookedVisits(tx, doctorId, now), before, after);
    const conflicts = found.map((visit) => ({
      ...visit,
      startsAt: toIso(visit.startsAt),
      endsAt: toIso(visit.endsAt),
    }));
    return ok({ added: missing.length, removed: superfluous.length, keptBooked, conflicts });
  });
}
