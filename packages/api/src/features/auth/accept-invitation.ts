import { admits } from "@amrutam/auth/audience";
import { peekLinkToken, spendLinkToken } from "@amrutam/auth/link-tokens";
import { checkNewPassword } from "@amrutam/auth/password-strength";
import { hashPassword } from "@amrutam/auth/passwords";
import { revokeSessionsOf } from "@amrutam/auth/sessions";
import type { acceptInvitationInput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { findAccount } from "./signed-in-user";

/** An invited colleague chooses a password. The link proved the address; the second factor follows at first sign-in. */
export async function acceptInvitation(
  ctx: Context,
  { token, password }: z.infer<typeof acceptInvitationInput>,
): Promise<Result<{ done: true }>> {
  const { deps } = ctx;
  const invited = await inTransaction(deps, async (tx) => {
    const userId = await peekLinkToken(tx, "ENROL_STAFF", token);
    return userId === null ? null : findAccount(tx, userId);
  });
  if (!invited?.isActive || !admits(deps.audience, invited.user.role)) return refuse("auth.link_invalid");
  const { user } = invited;
  const strength = await checkNewPassword(password, [user.email, user.fullName]);
  if (!strength.ok) return strength;
  const passwordHash = await hashPassword(password);
  return inTransaction(deps, async (tx) => {
    const userId = await spendLinkToken(tx, "ENROL_STAFF", token);
    if (!userId) return refuse("auth.link_invalid");
    await tx.$executeRaw`
      UPDATE users SET password_hash = ${passwordHash}, updated_at = now(),
        email_verified_at = coalesce(email_verified_at, now())
      WHERE id = ${userId}::uuid`;
    await revokeSessionsOf(tx, userId, "password_set");
    await audit(tx, ctx, { action: "auth.invitation_accept", entityId: userId });
    return ok({ done: true });
  });
}
