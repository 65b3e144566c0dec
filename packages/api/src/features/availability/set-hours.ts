import type { Actor } from "@amrutam/domain/actor";
import type { Hours, setHoursOutput } from "@amrutam/domain/availability/schema";
import { validateHours } from "@amrutam/domain/availability/validate-hours";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { lockDoctor } from "./doctor-lock";
import { readHours, writeHours } from "./hours-rows";
import { syncSlots } from "./sync-slots";

/**
 * Replaces weekly hours and exceptions, and makes the future slots follow, approved or not: search hides a doctor who
 * isn't, and hours are ready on the day of approval.
 * @returns availability.zone_unknown, availability.window_invalid, availability.overlap, not_found before registration
 */
export async function setHours(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: Hours,
): Promise<Result<z.infer<typeof setHoursOutput>>> {
  const { deps, actor } = ctx;
  const valid = validateHours(input);
  if (!valid.ok) return valid;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  return inTransaction(deps, async (tx) => {
    await lockDoctor(tx, doctorId);
    const doctor = await tx.doctor.findUnique({
      where: { id: doctorId },
      select: { id: true, horizonDays: true },
    });
    if (!doctor) return refuse("not_found");
    await writeHours(tx, doctorId, input);
    const synced = await syncSlots(tx, doctor, input, fromEpochMs(deps.clock.now().getTime()));
    await audit(tx, ctx, { action: "availability.set_hours", entityId: doctorId });
    const hours = await readHours(tx, doctorId);
    return hours ? ok({ hours, ...synced }) : refuse("not_found");
  });
}
