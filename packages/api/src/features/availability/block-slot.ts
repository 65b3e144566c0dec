import type { Actor } from "@amrutam/domain/actor";
import type { blockSlotInput, OwnSlot } from "@amrutam/domain/availability/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { lockFreeSlot } from "./locked-slot";
import { findOwnSlot } from "./own-slots";

/**
 * Takes an own slot out of the public's sight, or puts it back; a blocked one outlives every change of hours.
 * @returns not_found (another doctor's too), availability.slot_past, availability.slot_booked
 */
export async function blockSlot(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.infer<typeof blockSlotInput>,
): Promise<Result<OwnSlot>> {
  const { deps, actor } = ctx;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const changed = await inTransaction(deps, async (tx): Promise<Result<null>> => {
    const slot = await lockFreeSlot(tx, scope.value, input.id, ctx.requestId);
    if (!slot.ok) return slot;
    // Closed for a full day isn't blocked yet: from now on it stays so when the day empties.
    if (slot.value.status === input.status && !slot.value.capped) return ok(null);
    const data = { status: input.status, capped: false };
    await tx.slot.update({ where: { id: input.id }, data, select: { id: true } });
    const action = input.status === "BLOCKED" ? "availability.block_slot" : "availability.open_slot";
    await audit(tx, ctx, { action, entityId: input.id });
    return ok(null);
  });
  if (!changed.ok) return changed;
  const slot = await findOwnSlot(deps.db.query, scope.value, input.id);
  return slot ? ok(slot) : refuse("not_found");
}
