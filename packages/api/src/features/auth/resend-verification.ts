import { admits } from "@amrutam/auth/audience";
import type { resendVerificationInput, signupOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { sendVerification } from "./send-verification";
import { takeLetter } from "./throttle";

/**
 * Another mail for an address that still waits to be confirmed. Every other address gets the same answer and an event
 * too: without a link the worker has nothing to mail.
 */
export async function resendVerification(
  ctx: Context,
  { email }: z.infer<typeof resendVerificationInput>,
): Promise<Result<z.infer<typeof signupOutput>>> {
  const { deps } = ctx;
  await takeLetter(ctx, email, null);
  const owner = await deps.db.prisma.user.findUnique({
    where: { email, emailVerifiedAt: null, status: "ACTIVE" },
    select: { id: true, role: true },
  });
  const isWaiting = owner !== null && admits(deps.audience, owner.role);
  await inTransaction(deps, (tx) => sendVerification(tx, deps, isWaiting ? owner.id : null));
  return ok({ verificationSent: true });
}
