import type { PrismaTransaction } from "@amrutam/db/client";
import type { Role } from "@amrutam/domain/actor";

type AuthEvent = Readonly<{
  action: "auth.login" | "auth.logout" | "auth.refresh_reused";
  userId: string;
  role: Role;
  sessionId: string;
  requestId: string | null;
}>;

/** Beginnings and ends of sessions, in the audit log and in the transaction that made them. */
export const recordAuthEvent = (tx: PrismaTransaction, event: AuthEvent) =>
  tx.auditEvent.create({
    data: {
      actorId: event.userId,
      actorRole: event.role,
      action: event.action,
      entityType: "session",
      entityId: event.sessionId,
      outcome: event.action === "auth.refresh_reused" ? "refused" : "ok",
      requestId: event.requestId,
    },
    select: { id: true },
  });
