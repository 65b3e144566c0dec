import { admits } from "@amrutam/auth/audience";
import type { resendVerificationInput, signupOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { sendVerification } from "./send-verification";

/** Another mail for an address that still waits to be confirmed; the same answer for every other address. */
export async function resendVerification(
  { deps }: Context,
  { email }: z.infer<typeof resendVerificationInput>,
): Promise<Result<z.infer<typeof signupOutput>>> {
  await inTransaction(deps, async (tx) => {
    const owner = await tx.user.findUnique({
      where: { email, emailVerifiedAt: null, status: "ACTIVE" },
      select: { id: true, role: true },
    });
    if (owner && admits(deps.audience, owner.role)) await sendVerification(tx, deps, owner.id);
  });
  return ok({ verificationSent: true });
}
