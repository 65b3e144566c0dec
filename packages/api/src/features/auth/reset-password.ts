import { admits } from "@amrutam/auth/audience";
import { endSignIns } from "@amrutam/auth/end-sign-ins";
import { peekLinkToken, spendLinkToken } from "@amrutam/auth/link-tokens";
import { checkNewPassword } from "@amrutam/auth/password-strength";
import { hashPassword } from "@amrutam/auth/passwords";
import type { resetPasswordInput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { findAccount } from "./signed-in-user";

/**
 * Sets a new password by the mail's link, which also proves the address. Second factors stay as they are: a mailbox
 * alone doesn't open an account that has one. Nothing that was had for the old password outlives it.
 */
export async function resetPassword(
  ctx: Context,
  { token, newPassword }: z.infer<typeof resetPasswordInput>,
): Promise<Result<{ done: true }>> {
  const { deps } = ctx;
  const owner = await inTransaction(deps, async (tx) => {
    const userId = await peekLinkToken(tx, "RESET_PASSWORD", token);
    return userId === null ? null : findAccount(tx, userId);
  });
  if (!owner?.isActive || !admits(deps.audience, owner.user.role)) return refuse("auth.link_invalid");
  const { user } = owner;
  const strength = await checkNewPassword(newPassword, [user.email, user.fullName]);
  if (!strength.ok) return strength;
  const passwordHash = await hashPassword(newPassword);
  return inTransaction(deps, async (tx) => {
    const userId = await spendLinkToken(tx, "RESET_PASSWORD", token);
    if (!userId) return refuse("auth.link_invalid");
    await tx.$executeRaw`
      UPDATE users SET password_hash = ${passwordHash}, updated_at = now(),
        email_verified_at = coalesce(email_verified_at, now())
      WHERE id = ${userId}::uuid`;
    await endSignIns(tx, userId, "password_reset");
    await audit(tx, ctx, { action: "auth.password_reset", entityId: userId });
    const event = { kind: "auth.password_changed", aggregateId: userId };
    await tx.outboxEvent.create({ data: event, select: { id: true } });
    return ok({ done: true });
  });
}
