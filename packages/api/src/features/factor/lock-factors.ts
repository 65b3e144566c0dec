import { secondFactorsOf } from "@amrutam/auth/second-factor";
import type { PrismaTransaction } from "@amrutam/db/client";
import { isStrong, type SecondFactor } from "@amrutam/domain/auth/step-up-methods";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";

/**
 * Locks the account, so that changes of its factors happen one after the other and the last one stays.
 * @returns what it has now; `auth.step_up_required` while there is a strong factor that this session has never shown:
 * a session from before the factor, or of a code by mail, may not touch it
 */
export async function lockFactors(
  tx: PrismaTransaction,
  { actor }: Pick<ActorContext, "actor">,
): Promise<Result<SecondFactor[]>> {
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
  const factors = await secondFactorsOf(tx, actor.userId);
  return actor.aal < 2 && factors.some(isStrong) ? refuse("auth.step_up_required") : ok(factors);
}

/**
 * The same before a factor is added, which only somebody may do whose address is confirmed: a stranger who signed up with
 * another's address would otherwise have a way in that outlives the owner's reset of the password.
 * @returns also `auth.email_unverified`
 */
export const lockToGain = async (
  tx: PrismaTransaction,
  ctx: Pick<ActorContext, "actor">,
): Promise<Result<SecondFactor[]>> =>
  ctx.actor.emailVerified ? lockFactors(tx, ctx) : refuse("auth.email_unverified");
