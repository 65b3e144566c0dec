import { createPasskeyChallenge } from "@amrutam/auth/passkey-challenges";
import { creationOptions } from "@amrutam/auth/passkey-options";
import { descriptorsOf } from "@amrutam/auth/passkeys";
import { relyingPartyOf } from "@amrutam/auth/relying-party";
import { type beginPasskeyOutput, MAX_PASSKEYS } from "@amrutam/domain/factor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { lockToGain } from "./lock-factors";

/** What the browser needs to make a passkey; it counts once {@link addPasskey} has seen it. */
export async function beginPasskey(ctx: ActorContext): Promise<Result<z.output<typeof beginPasskeyOutput>>> {
  const { deps, actor, session } = ctx;
  const { userId, sessionId } = actor;
  return inTransaction(deps, async (tx) => {
    const locked = await lockToGain(tx, ctx);
    if (!locked.ok) return locked;
    const known = await descriptorsOf(tx, userId);
    if (known.length >= MAX_PASSKEYS) return refuse("factor.too_many_passkeys");
    const use = { purpose: "REGISTER", userId, sessionId } as const;
    const { id, challenge } = await createPasskeyChallenge(tx, deps.audience, use);
    const person = { id: userId, email: session.email, fullName: session.fullName };
    const options = creationOptions(relyingPartyOf(deps.origin), challenge, person, known);
    return ok({ challengeId: id, options });
  });
}
