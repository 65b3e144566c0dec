import { createChallenge } from "@amrutam/auth/challenges";
import { createPasskeyChallenge } from "@amrutam/auth/passkey-challenges";
import { requestOptions } from "@amrutam/auth/passkey-options";
import { descriptorsOf } from "@amrutam/auth/passkeys";
import { relyingPartyOf } from "@amrutam/auth/relying-party";
import { secondFactorsOf } from "@amrutam/auth/second-factor";
import type { stepUpOptionsOutput } from "@amrutam/domain/auth/schema";
import { stepUpMethodsOf } from "@amrutam/domain/auth/step-up-methods";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";

/** What the caller may show to be believed once more, with the challenges that belong to it; this session's alone. */
export async function stepUpOptions({
  deps,
  actor,
}: ActorContext): Promise<Result<z.output<typeof stepUpOptionsOutput>>> {
  const { userId, sessionId } = actor;
  const { audience, origin } = deps;
  return inTransaction(deps, async (tx) => {
    const methods = stepUpMethodsOf(await secondFactorsOf(tx, userId));
    const made = methods.includes("passkey")
      ? await createPasskeyChallenge(tx, audience, { purpose: "STEP_UP", userId, sessionId })
      : null;
    return ok({
      methods,
      passkey: made && {
        challengeId: made.id,
        options: requestOptions(relyingPartyOf(origin), made.challenge, await descriptorsOf(tx, userId)),
      },
      emailChallengeId: methods.includes("email_code")
        ? await createChallenge(tx, userId, audience, sessionId)
        : null,
    });
  });
}
