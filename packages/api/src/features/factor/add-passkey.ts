import { spendPasskeyChallenge } from "@amrutam/auth/passkey-challenges";
import { descriptorsOf, storePasskey } from "@amrutam/auth/passkeys";
import { relyingPartyOf } from "@amrutam/auth/relying-party";
import { verifyAttestation } from "@amrutam/auth/verify-passkey";
import { type addPasskeyInput, type addPasskeyOutput, MAX_PASSKEYS } from "@amrutam/domain/factor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { gainFactor } from "./factor-change";
import { lockToGain } from "./lock-factors";
import { findPasskey } from "./passkey-store";

type Input = z.output<typeof addPasskeyInput>;
type Output = z.output<typeof addPasskeyOutput>;

/** Keeps what the browser made, if it is for this challenge, this site, and its person was verified. */
export async function addPasskey(
  ctx: ActorContext,
  { challengeId, name, response }: Input,
): Promise<Result<Output>> {
  const { deps, actor } = ctx;
  const { userId, sessionId } = actor;
  return inTransaction(deps, async (tx): Promise<Result<Output>> => {
    const locked = await lockToGain(tx, ctx);
    if (!locked.ok) return locked;
    const spent = await spendPasskeyChallenge(tx, deps.audience, challengeId, "REGISTER", sessionId);
    if (!spent || spent.userId !== userId) return refuse("auth.challenge_expired");
    const made = await verifyAttestation(relyingPartyOf(deps.origin), spent.challenge, response);
    if (!made) return refuse("auth.passkey_invalid");
    if ((await descriptorsOf(tx, userId)).length >= MAX_PASSKEYS) return refuse("factor.too_many_passkeys");
    const transports = response.response.transports ?? [];
    const id = await storePasskey(tx, { ...made, userId, name, transports });
    const passkey = id && (await findPasskey(tx, userId, id));
    if (!passkey) return refuse("factor.passkey_known");
    return ok({ passkey, recoveryCodes: await gainFactor(tx, ctx, "auth.passkey_add", true) });
  });
}
