import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { lockFreeSlot } from "./locked-slot";
import { withdrawSlots } from "./slot-store";

/**
 * Takes an own slot away. Saving hours that include its time makes a new one; blocking is what lasts.
 * @returns not_found (another doctor's too), availability.slot_past, availability.slot_booked
 */
export async function removeSlot(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: { id: string },
): Promise<Result<{ done: true }>> {
  const { deps, actor } = ctx;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  return inTransaction(deps, async (tx): Promise<Result<{ done: true }>> => {
    const slot = await lockFreeSlot(tx, scope.value, input.id, ctx.requestId);
    if (!slot.ok) return slot;
    await withdrawSlots(tx, scope.value.doctorId, [slot.value.id]);
    await audit(tx, ctx, { action: "availability.remove_slot", entityId: input.id });
    return ok({ done: true });
  });
}
