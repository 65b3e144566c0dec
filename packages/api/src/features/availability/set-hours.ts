import type { Actor } from "@amrutam/domain/actor";
import { findConflicts } from "@amrutam/domain/availability/hours-conflicts";
import type { SetHours, setHoursOutput } from "@amrutam/domain/availability/schema";
import { validateHours } from "@amrutam/domain/availability/validate-hours";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { readBookedVisits } from "./booked-visits";
import { lockDoctor } from "./doctor-lock";
import { expireFromNowOn } from "./expire-in-the-way";
import { readHours, writeHours } from "./hours-rows";
import { syncSlots } from "./sync-slots";

/**
 * Replaces weekly hours, exceptions and the settings that are given, and makes the future slots follow, approved or not:
 * search hides a doctor who isn't, and hours are ready on the day of approval. A booked visit keeps its slot; one that
 * the new hours leave outside must be named in `keep`, so that nobody is left there unseen.
 * @returns availability.zone_unknown, availability.window_invalid, availability.overlap, availability.hours_conflict
 * { count } for visits outside that `keep` doesn't name, not_found before registration
 */
export async function setHours(
  ctx: ActorContext<Actor<"DOCTOR">>,
  { keep, ...wanted }: SetHours,
): Promise<Result<z.infer<typeof setHoursOutput>>> {
  const { deps, actor } = ctx;
  const valid = validateHours(wanted);
  if (!valid.ok) return valid;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  return inTransaction(deps, async (tx) => {
    await lockDoctor(tx, doctorId);
    const before = await readHours(tx, doctorId);
    if (!before) return refuse("not_found");
    const now = fromEpochMs(deps.clock.now().getTime());
    await expireFromNowOn(tx, doctorId, ctx.requestId);
    const after = { ...before, ...wanted };
    const kept = new Set(keep);
    const undecided = findConflicts(await readBookedVisits(tx, doctorId, now), before, after).filter(
      ({ consultationId }) => !kept.has(consultationId),
    );
    if (undecided.length > 0) return refuse("availability.hours_conflict", { count: undecided.length });
    await writeHours(tx, doctorId, after);
    const synced = await syncSlots(tx, doctorId, after, now);
    await audit(tx, ctx, { action: "availability.set_hours", entityId: doctorId });
    const hours = await readHours(tx, doctorId);
    return hours ? ok({ hours, ...synced }) : refuse("not_found");
  });
}
