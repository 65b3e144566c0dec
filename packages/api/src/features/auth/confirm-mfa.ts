import { replaceRecoveryCodes } from "@amrutam/auth/recovery-codes";
import { raiseSession } from "@amrutam/auth/sessions";
import { confirmTotp } from "@amrutam/auth/totp";
import type { confirmMfaInput, confirmMfaOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { takeTry } from "./throttle";

/** The first code confirms the factor, raises this session to AAL 2, and is paid for with the recovery codes, shown once. */
export async function confirmMfa(
  ctx: ActorContext,
  { code }: z.infer<typeof confirmMfaInput>,
): Promise<Result<z.infer<typeof confirmMfaOutput>>> {
  const { deps, actor } = ctx;
  const { userId, sessionId } = actor;
  const forgive = await takeTry(ctx, "auth.factor", userId, userId);
  const nowMs = deps.clock.now().getTime();
  const result = await inTransaction(deps, async (tx) => {
    const digits = code.replace(/\s/g, "");
    if (!(await confirmTotp(tx, deps.keys, userId, digits, nowMs))) return refuse("auth.invalid_code");
    await raiseSession(tx, sessionId);
    await audit(tx, ctx, { action: "auth.second_factor_enrol", entityId: userId });
    return ok({ recoveryCodes: await replaceRecoveryCodes(tx, userId) });
  });
  if (result.ok) await forgive();
  return result;
}
