import { beginTotp, enrolmentOf } from "@amrutam/auth/totp";
import type { enableMfaOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { lockToGain } from "../factor/public";

/** Lays a fresh secret beside the account; it counts only once {@link confirmMfa} has seen a code of it. */
export async function enableMfa(ctx: ActorContext): Promise<Result<z.infer<typeof enableMfaOutput>>> {
  const { deps, actor, session } = ctx;
  const begun = await inTransaction(deps, async (tx): Promise<Result<string>> => {
    const locked = await lockToGain(tx, ctx);
    if (!locked.ok) return locked;
    const secret = await beginTotp(tx, deps.keys, actor.userId);
    return secret === null ? refuse("auth.second_factor_enrolled") : ok(secret);
  });
  return begun.ok ? ok(await enrolmentOf(begun.value, session.email)) : begun;
}
