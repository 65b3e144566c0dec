import { admits } from "@amrutam/auth/audience";
import { closeChallenge } from "@amrutam/auth/challenges";
import { spendPasskeyChallenge } from "@amrutam/auth/passkey-challenges";
import type { passkeySignInInput } from "@amrutam/domain/auth/schema";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";
import { type Delivered, deliverSignIn } from "./deliver-sign-in";
import { shownPasskey } from "./shown-passkey";
import { findAccount, type SignedInUser } from "./signed-in-user";

/** Who shows a passkey has proven who it is: the reason may be told. */
const reasonAgainst = (ctx: Context, user: SignedInUser, isActive: boolean): RefusalCode | null =>
  isActive ? (admits(ctx.deps.audience, user.role) ? null : "auth.wrong_app") : "auth.account_disabled";

/** Signs in with a passkey alone: possession, and the person verified by the authenticator, are two factors. */
export async function passkeySignIn(
  ctx: Context,
  { challengeId, response, delivery }: z.output<typeof passkeySignInInput>,
): Promise<Result<Delivered>> {
  const { deps } = ctx;
  return inTransaction(deps, async (tx): Promise<Result<Delivered>> => {
    const spent = await spendPasskeyChallenge(tx, deps.audience, challengeId, "SIGN_IN", null);
    if (!spent) return refuse("auth.challenge_expired");
    const owner = await shownPasskey(tx, ctx, spent, response);
    if (!owner.ok) return owner;
    const { user, isActive } = await findAccount(tx, owner.value);
    const reason = reasonAgainst(ctx, user, isActive);
    if (reason) {
      await audit(tx, ctx, { action: "auth.login_failed", entityId: user.id, outcome: "refused" });
      return refuse(reason);
    }
    if (spent.signInChallengeId && !(await closeChallenge(tx, spent.signInChallengeId)))
      return refuse("auth.challenge_expired");
    return ok(await deliverSignIn(tx, ctx, user, { aal: 2 }, delivery));
  });
}
