import { audienceOf } from "@amrutam/auth/audience";
import { createLinkToken } from "@amrutam/auth/link-tokens";
import type { requestPasswordResetInput, requestPasswordResetOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { takeLetter } from "./throttle";

/**
 * Asks for a link that sets a new password. Every address gets the same answer, and an event either way: only the
 * worker sees whether there is a link to mail. Earlier links keep working until one is used or runs out, so that a
 * stranger who asks again and again can't take the owner's away.
 */
export async function requestPasswordReset(
  ctx: Context,
  { email }: z.infer<typeof requestPasswordResetInput>,
): Promise<Result<z.infer<typeof requestPasswordResetOutput>>> {
  const { deps } = ctx;
  const found = await deps.db.prisma.user.findUnique({
    where: { email },
    select: { id: true, role: true, status: true, passwordHash: true },
  });
  await takeLetter(ctx, email, found?.id ?? null);
  // An invited colleague without a password has the invitation's link; the other app's people ask there.
  const mayReset =
    found?.status === "ACTIVE" && found.passwordHash !== null && audienceOf(found.role) === deps.audience;
  const id = deps.ids.uuid();
  await inTransaction(deps, async (tx) => {
    if (mayReset) {
      await createLinkToken(tx, deps.secrets.links, { id, userId: found.id, purpose: "RESET_PASSWORD" });
    }
    const kind = "auth.password_reset_requested";
    await tx.outboxEvent.create({ data: { kind, aggregateId: id }, select: { id: true } });
    await audit(tx, ctx, {
      action: "auth.password_reset_request",
      entityId: found?.id,
      outcome: mayReset ? "ok" : "refused",
    });
  });
  return ok({ sent: true });
}
