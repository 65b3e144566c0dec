import { spendLinkToken } from "@amrutam/auth/link-tokens";
import type { linkInput, verifyEmailOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";

/** Uses the mail's link up. It proves the address and signs nobody in. */
export async function verifyEmail(
  ctx: Context,
  { token }: z.infer<typeof linkInput>,
): Promise<Result<z.infer<typeof verifyEmailOutput>>> {
  return inTransaction(ctx.deps, async (tx) => {
    const userId = await spendLinkToken(tx, "VERIFY_EMAIL", token);
    if (!userId) return refuse("auth.link_invalid");
    await tx.$executeRaw`
      UPDATE users SET email_verified_at = coalesce(email_verified_at, now()), updated_at = now()
      WHERE id = ${userId}::uuid`;
    await audit(tx, ctx, { action: "auth.verify_email", entityId: userId });
    const draft = await tx.bookingDraft.findFirst({
      where: { userId, expiresAt: { gt: ctx.deps.clock.now() } },
      select: { userId: true },
    });
    return ok({ verified: true, hasDraft: draft !== null });
  });
}
