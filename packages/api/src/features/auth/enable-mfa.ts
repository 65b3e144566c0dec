import { beginTotp, enrolmentOf } from "@amrutam/auth/totp";
import type { enableMfaOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";

/** Lays a fresh secret beside the account; it counts only once {@link confirmMfa} has seen a code of it. */
export async function enableMfa({
  deps,
  actor,
  session,
}: ActorContext): Promise<Result<z.infer<typeof enableMfaOutput>>> {
  const secret = await inTransaction(deps, (tx) => beginTotp(tx, deps.keys, actor.userId));
  return secret === null
    ? refuse("auth.second_factor_enrolled")
    : ok(await enrolmentOf(secret, session.email));
}
