import { peekChallenge } from "@amrutam/auth/challenges";
import { createPasskeyChallenge } from "@amrutam/auth/passkey-challenges";
import { requestOptions } from "@amrutam/auth/passkey-options";
import { descriptorsOf } from "@amrutam/auth/passkeys";
import { relyingPartyOf } from "@amrutam/auth/relying-party";
import type { passkeyOptionsInput, passkeyOptionsOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";
import { inTransaction } from "../../transaction";

type Output = z.output<typeof passkeyOptionsOutput>;

/**
 * What the browser needs to show a passkey. Without a challenge it says nothing about anybody: whichever passkey of
 * this site is chosen, names its account. With the challenge of a right password it is that account's second step.
 */
export async function passkeyOptions(
  { deps }: Context,
  { challengeId }: z.output<typeof passkeyOptionsInput>,
): Promise<Result<Output>> {
  const party = relyingPartyOf(deps.origin);
  return inTransaction(deps, async (tx): Promise<Result<Output>> => {
    if (challengeId === undefined) {
      const made = await createPasskeyChallenge(tx, deps.audience, { purpose: "SIGN_IN", secondStep: null });
      return ok({ challengeId: made.id, options: requestOptions(party, made.challenge) });
    }
    const userId = await peekChallenge(tx, challengeId, deps.audience);
    if (!userId) return refuse("auth.challenge_expired");
    const secondStep = { userId, challengeId };
    const made = await createPasskeyChallenge(tx, deps.audience, { purpose: "SIGN_IN", secondStep });
    const allowed = await descriptorsOf(tx, userId);
    return ok({ challengeId: made.id, options: requestOptions(party, made.challenge, allowed) });
  });
}
