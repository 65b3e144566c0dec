import type { Actor } from "@amrutam/domain/actor";
import { LATE_PAST_MIN, type runningLateInput } from "@amrutam/domain/notification/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";

/**
 * Tells everybody whose visit with this doctor is still ahead today, on the doctor's own calendar, or should have begun at
 * most {@link LATE_PAST_MIN} ago, once per key. Another word later replaces this one. @returns `not_found` for a doctor without a record
 */
export async function runningLate(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: z.output<typeof runningLateInput>,
): Promise<Result<{ told: number }>> {
  const { deps, actor } = ctx;
  const { doctorId } = actor;
  if (!doctorId) return refuse("not_found");
  const { minutes, idempotencyKey: key } = input;
  const call = { scope: actor.userId, procedure: "consultation.runningLate", key, input };
  return inTransaction(deps, (tx) =>
    once<{ told: number }>(tx, deps, call, async () => {
      const [late] = await tx.$queryRaw<{ told: number }[]>`
        WITH late AS (
          INSERT INTO visit_delays (consultation_id, minutes, starts_at)
          SELECT c.id, ${minutes}, c.starts_at FROM consultations c JOIN doctors d ON d.id = c.doctor_id
          WHERE c.doctor_id = ${doctorId}::uuid AND c.status = 'CONFIRMED'
            AND c.starts_at > now() - make_interval(mins => ${LATE_PAST_MIN}::int) AND c.ends_at > now()
            AND c.starts_at < (date_trunc('day', now() AT TIME ZONE d.timezone) + interval '1 day') AT TIME ZONE d.timezone
          RETURNING id),
        told AS (INSERT INTO outbox_events (kind, aggregate_id) SELECT 'visit.running_late', id FROM late)
        SELECT count(*)::int AS told FROM late`;
      await audit(tx, ctx, { action: "doctor.running_late", entityId: doctorId });
      return ok({ value: { told: late?.told ?? 0 }, effectId: doctorId });
    }),
  );
}
