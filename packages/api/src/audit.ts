import type { PrismaTransaction } from "@amrutam/db/client";
import type { Actor } from "@amrutam/domain/actor";
import { type AuditAction, entityTypeOf } from "@amrutam/domain/audit/actions";
import type { Context } from "./context";

type Event = Readonly<{
  action: AuditAction;
  entityId?: string;
  patientId?: string;
  outcome?: "ok" | "refused";
}>;

/** The account behind an act: a session's, or the one a link was made for. */
export type Doer = Pick<Context, "requestId"> & Readonly<{ actor: Pick<Actor, "userId" | "role"> | null }>;

/** Who stands behind an event of this request. */
export const auditActor = (ctx: Doer) => ({
  actorId: ctx.actor?.userId ?? null,
  actorRole: ctx.actor?.role ?? "ANONYMOUS",
  requestId: ctx.requestId,
});

/** Writes one event in the transaction of what it tells. Names and ids only, never content. */
export async function audit(tx: PrismaTransaction, ctx: Doer, event: Event) {
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
