import type { Actor } from "@amrutam/domain/actor";
import type { moveSlotInput, OwnSlot } from "@amrutam/domain/availability/schema";
import { validateSlot } from "@amrutam/domain/availability/validate-hours";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs, parseInstant, plusMin, toIso } from "@amrutam/domain/time/instant";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { lockFreeSlot } from "./locked-slot";
import { findOwnSlot } from "./own-slots";
import { withdrawSlots } from "./slot-store";

/**
 * Gives an own slot that nobody has booked another start, and another length if asked. It is another slot then, with an id
 * of its own: whoever looks at the old time right now can't book it and find themselves at the new one. Modes, seats and
 * a block go with it.
 * @returns not_found (another doctor's too), availability.slot_past, availability.slot_booked,
 * availability.window_invalid, availability.overlap
 */
export async function moveSlot(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.infer<typeof moveSlotInput>,
): Promise<Result<OwnSlot>> {
  const { deps, actor } = ctx;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  const startsAt = parseInstant(input.startsAt);
  if (!startsAt) return refuse("input.invalid");
  const moved = await inTransaction(deps, async (tx): Promise<Result<string>> => {
    const free = await lockFreeSlot(tx, scope.value, input.slotId, ctx.requestId);
    if (!free.ok) return free;
    const slot = await tx.slot.findUniqueOrThrow({ where: { id: input.slotId } });
    const lengthMin = input.lengthMin ?? (slot.endsAt.getTime() - slot.startsAt.getTime()) / 60_000;
    const valid = validateSlot({ startsAt, lengthMin }, fromEpochMs(deps.clock.now().getTime()));
    if (!valid.ok) return valid;
    const endsAt = plusMin(startsAt, lengthMin);
    // Whoever makes slots holds the doctor's lock, so what is free now stays so; the exclusion constraint stands behind it.
    const [inTheWay] = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM slots WHERE doctor_id = ${doctorId}::uuid AND id <> ${slot.id}::uuid AND status <> 'REMOVED'
        AND tstzrange(starts_at, ends_at) && tstzrange(${toIso(startsAt)}::timestamptz, ${toIso(endsAt)}::timestamptz) LIMIT 1`;
    if (inTheWay) return refuse("availability.overlap");
    const time = {
      startsAt: new Date(startsAt.epochMilliseconds),
      endsAt: new Date(endsAt.epochMilliseconds),
    };
    await withdrawSlots(tx, doctorId, [slot.id]);
    const { status, modes, capacity, capped } = slot;
    const { id } = await tx.slot.create({
      data: { doctorId, status, modes, capacity, capped, origin: "MANUAL", ...time },
      select: { id: true },
    });
    // Another day may be full, or not be.
    await tx.$executeRaw`
      SELECT reopen_days(${doctorId}::uuid, ${time.startsAt}::timestamptz - interval '1 day', ${time.startsAt}::timestamptz + interval '1 day')`;
    await tx.$executeRaw`
      SELECT close_full_days(${doctorId}::uuid, ${time.startsAt}::timestamptz - interval '1 day', ${time.startsAt}::timestamptz + interval '1 day')`;
    await audit(tx, ctx, { action: "availability.move_slot", entityId: id });
    return ok(id);
  });
  if (!moved.ok) return moved;
  const slot = await findOwnSlot(deps.db.query, scope.value, moved.value);
  return slot ? ok(slot) : refuse("not_found");
}
