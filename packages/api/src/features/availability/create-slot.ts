import type { Actor } from "@amrutam/domain/actor";
import type { createSlotInput, OwnSlot } from "@amrutam/domain/availability/schema";
import { validateSlot } from "@amrutam/domain/availability/validate-hours";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs, parseInstant, plusMin, toIso } from "@amrutam/domain/time/instant";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";
import { ownPractice } from "../doctor/public";
import { lockDoctor } from "./doctor-lock";

/**
 * One slot by hand, for one patient.
 * @returns availability.window_invalid, availability.slot_past, availability.overlap, not_found before registration
 */
export async function createSlot(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.infer<typeof createSlotInput>,
): Promise<Result<OwnSlot>> {
  const { deps, actor } = ctx;
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  const startsAt = parseInstant(input.startsAt);
  if (!startsAt) return refuse("input.invalid");
  const call = { scope: actor.userId, procedure: "availability.create", key: input.idempotencyKey, input };
  return inTransaction(deps, (tx) =>
    once<OwnSlot>(tx, deps, call, async () => {
      // Judged inside: a repeated call gets its answer even when the slot has begun meanwhile.
      const valid = validateSlot(
        { startsAt, lengthMin: input.lengthMin },
        fromEpochMs(deps.clock.now().getTime()),
      );
      if (!valid.ok) return valid;
      await lockDoctor(tx, doctorId);
      const endsAt = plusMin(startsAt, input.lengthMin);
      const modes = [...new Set(input.modes)];
      // The exclusion constraint decides what overlaps; a conflict inserts nothing.
      const [made] = await tx.$queryRaw<{ id: string; starts_at: Date; ends_at: Date }[]>`
        INSERT INTO slots (doctor_id, starts_at, ends_at, origin, modes)
        VALUES (${doctorId}::uuid, ${toIso(startsAt)}::timestamptz, ${toIso(endsAt)}::timestamptz, 'MANUAL', ${modes}::text[])
        ON CONFLICT DO NOTHING RETURNING id, starts_at, ends_at`;
      if (!made) return refuse("availability.overlap");
      await audit(tx, ctx, { action: "availability.create_slot", entityId: made.id });
      const value: OwnSlot = {
        id: made.id,
        startsAt: iso(made.starts_at),
        endsAt: iso(made.ends_at),
        status: "OPEN",
        origin: "MANUAL",
        modes,
        capacity: 1,
        taken: 0,
        capped: false,
        consultations: [],
      };
      return ok({ value, effectId: made.id });
    }),
  );
}
