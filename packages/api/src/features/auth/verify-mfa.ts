import { admits } from "@amrutam/auth/audience";
import { closeChallenge, takeTry as takeChallengeTry } from "@amrutam/auth/challenges";
import { spendSecondFactor } from "@amrutam/auth/second-factor";
import type { verifyMfaInput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { type Delivered, deliverSignIn } from "./deliver-sign-in";
import { findAccount } from "./signed-in-user";
import { takeTry } from "./throttle";

type Input = z.infer<typeof verifyMfaInput>;

/** The second step of a sign-in: an authenticator's code, one by mail or a recovery code, bound to the challenge of the first. */
export async function verifyMfa(ctx: Context, input: Input): Promise<Result<Delivered>> {
  const { deps } = ctx;
  const userId = await takeChallengeTry(deps.db.prisma, input.challengeId, deps.audience);
  if (!userId) return refuse("auth.challenge_expired");
  // Challenges are to be had for a password: the account counts too, or each new one would bring five more guesses.
  const forgive = await takeTry(ctx, "auth.factor", userId, userId);
  const means = { keys: deps.keys, linkSecret: deps.secrets.links, nowMs: deps.clock.now().getTime() };

  const result = await inTransaction(deps, async (tx): Promise<Result<Delivered>> => {
    const { user, isActive } = await findAccount(tx, userId);
    if (!isActive || !admits(deps.audience, user.role)) return refuse("auth.challenge_expired");
    const shown = await spendSecondFactor(tx, means, userId, input.code, input.challengeId);
    if (!shown) {
      await audit(tx, ctx, { action: "auth.second_factor_failed", entityId: userId, outcome: "refused" });
      return refuse("auth.invalid_code");
    }
    if (!(await closeChallenge(tx, input.challengeId))) return refuse("auth.challenge_expired");
    if (shown === "recovery_code")
      await audit(tx, ctx, { action: "auth.recovery_code_use", entityId: userId });
    const remembersDevice = input.rememberDevice && input.delivery === "ticket" && user.role === "PATIENT";
    if (remembersDevice) await audit(tx, ctx, { action: "auth.device_remember", entityId: userId });
    // A mailbox proves less than a device does: such a session may do what a patient does, but touch no stronger factor.
    const aal = shown === "email_code" ? 1 : 2;
    return ok(await deliverSignIn(tx, ctx, user, { aal, remembersDevice }, input.delivery));
  });
  if (result.ok) await forgive();
  return result;
}
