import { endSignIns } from "@amrutam/auth/end-sign-ins";
import { checkNewPassword } from "@amrutam/auth/password-strength";
import { hashPassword, verifyPassword } from "@amrutam/auth/passwords";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { changePasswordInput } from "@amrutam/domain/user/sign-in-means-schema";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { takeTry } from "../auth/public";

/** Another password, by who knows the present one. This session stays; everything else that was had for it ends. */
export async function changePassword(
  ctx: ActorContext,
  { currentPassword, newPassword }: z.infer<typeof changePasswordInput>,
): Promise<Result<{ done: true }>> {
  const { deps, session } = ctx;
  const { userId, sessionId, email, fullName } = session;
  const { passwordHash: held } = await deps.db.prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  // Counted with the sign-in's tries: a borrowed session is no second place to guess at.
  const forgive = await takeTry(ctx, "auth.password", email, userId);
  if (!(await verifyPassword(held, currentPassword))) {
    await inTransaction(deps, (tx) =>
      audit(tx, ctx, { action: "auth.password_change", entityId: userId, outcome: "refused" }),
    );
    return refuse("auth.current_password_wrong");
  }
  await forgive();
  if (newPassword === currentPassword) return refuse("auth.password_unchanged");
  const strength = await checkNewPassword(newPassword, [email, fullName]);
  if (!strength.ok) return strength;
  const passwordHash = await hashPassword(newPassword);
  return inTransaction(deps, async (tx) => {
    // Of two at once one changes it; for the other the password it knew is no longer the present one.
    const changed = await tx.$executeRaw`
      UPDATE users SET password_hash = ${passwordHash}, updated_at = now()
      WHERE id = ${userId}::uuid AND password_hash = ${held}`;
    if (changed === 0) return refuse("auth.current_password_wrong");
    await endSignIns(tx, userId, "password_changed", sessionId);
    await audit(tx, ctx, { action: "auth.password_change", entityId: userId });
    const event = { kind: "auth.password_changed", aggregateId: userId };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
    return ok({ done: true });
  });
}
