import { type Decision, decideDoctor as decide } from "@amrutam/domain/admin/decide-doctor";
import type { decideDoctorInput } from "@amrutam/domain/admin/schema";
import type { AuditAction } from "@amrutam/domain/audit/actions";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { type AdminDoctor, findDoctor, toAdminDoctor } from "./doctor-store";
import { consoleScope } from "./scope";

const ACTION = {
  APPROVED: "doctor.approve",
  REJECTED: "doctor.reject",
  SUSPENDED: "doctor.suspend",
} as const satisfies Record<Decision, AuditAction>;

/**
 * Approves, rejects or suspends a doctor. Who is suspended gets no new bookings; visits already booked stay. What changed
 * while the admin was looking is not decided on.
 */
export async function decideDoctor(
  ctx: ContextOf<"admin.decideDoctor">,
  input: z.output<typeof decideDoctorInput>,
): Promise<Result<AdminDoctor>> {
  const decided = await inTransaction(ctx.deps, async (tx): Promise<Result<null>> => {
    const [doctor] = await tx.$queryRaw<{ approval: AdminDoctor["approval"]; revision: number }[]>`
      SELECT approval, revision FROM doctors WHERE id = ${input.id}::uuid FOR UPDATE`;
    if (!doctor) return refuse("not_found");
    if (input.revision !== undefined && input.revision !== doctor.revision)
      return refuse("doctor.changed_meanwhile", { revision: doctor.revision });
    const decision = decide({ ...input, approval: doctor.approval });
    if (!decision.ok) return decision;
    const decidedAt = ctx.deps.clock.now();
    await tx.doctor.update({
      where: { id: input.id },
      data: {
        approval: input.decision,
        approvalReason: decision.value.reason,
        decidedAt,
        decidedBy: ctx.actor.userId,
      },
      select: { id: true },
    });
    await audit(tx, ctx, { action: ACTION[input.decision], entityId: input.id });
    await tx.outboxEvent.create({
      data: { kind: "doctor.decided", aggregateId: input.id },
      select: { id: true },
    });
    return ok(null);
  });
  if (!decided.ok) return decided;
  const row = await findDoctor(ctx.deps.db.query, consoleScope(ctx.actor), input.id);
  return row ? ok(toAdminDoctor(row)) : refuse("not_found");
}
