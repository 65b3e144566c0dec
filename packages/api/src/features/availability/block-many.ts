import type { Actor } from "@amrutam/domain/actor";
import type { blockManyInput, blockManyOutput } from "@amrutam/domain/availability/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice, parsePeriod } from "../doctor/public";
import { lockDoctor } from "./doctor-lock";
import { expireInTheWay } from "./expire-in-the-way";

/**
 * Blocks, or opens, every free slot of a period in one act; what is booked, held or begun stays as it is.
 * @returns input.invalid for a period that isn't 31 days at most
 */
export async function blockMany(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.infer<typeof blockManyInput>,
): Promise<Result<z.infer<typeof blockManyOutput>>> {
  const { deps, actor } = ctx;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const period = parsePeriod(input);
  if (!period.ok) return period;
  const { from, to } = period.value;
  const { doctorId } = scope.value;
  return inTransaction(deps, async (tx) => {
    await lockDoctor(tx, doctorId);
    await expireInTheWay(tx, doctorId, from, to, ctx.requestId);
    // What a full day closed is blocked by hand from now on, and never opened beyond the day's limit.
    const changed = await tx.$executeRaw`
      UPDATE slots SET status = ${input.status}::"SlotStatus", capped = false
      WHERE doctor_id = ${doctorId}::uuid AND starts_at >= ${from} AND starts_at < ${to} AND starts_at > clock_timestamp()
        AND taken = 0 AND status <> 'REMOVED' AND (status <> ${input.status}::"SlotStatus" OR capped)
        AND NOT (capped AND ${input.status} = 'OPEN')`;
    if (input.status === "OPEN")
      await tx.$executeRaw`SELECT close_full_days(${doctorId}::uuid, ${from}, ${to})`;
    const keptBooked = await tx.slot.count({
      where: { doctorId, startsAt: { gte: from, lt: to }, taken: { gt: 0 }, status: { not: "REMOVED" } },
    });
    const action = input.status === "BLOCKED" ? "availability.block_many" : "availability.open_many";
    if (changed > 0) await audit(tx, ctx, { action, entityId: doctorId });
    return ok({ changed, keptBooked });
  });
}
