import type { PrismaTransaction } from "@amrutam/db/client";
import { type AuditAction, entityTypeOf } from "@amrutam/domain/audit/actions";
import type { Context } from "./context";

type Event = Readonly<{
  action: AuditAction;
  entityId?: string;
  patientId?: string;
  outcome?: "ok" | "refused";
}>;

/** Who stands behind an event of this request. */
export const auditActor = (ctx: Pick<Context, "actor" | "requestId">) => ({
  actorId: ctx.actor?.userId ?? null,
  actorRole: ctx.actor?.role ?? "ANONYMOUS",
  requestId: ctx.requestId,
});

/** Writes one event in the transaction of what it tells. Names and ids only, never content. */
export async function audit(tx: PrismaTransaction, ctx: Pick<Context, "actor" | "requestId">, event: Event) {
  await tx.auditEvent.create({
    data: {
      ...auditActor(ctx),
      action: event.action,
      entityType: entityTypeOf(event.action),
      entityId: event.entityId ?? null,
      patientId: event.patientId ?? null,
      outcome: event.outcome ?? "ok",
    },
    select: { id: true },
  });
}
