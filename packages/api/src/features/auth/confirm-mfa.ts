import { confirmTotp } from "@amrutam/auth/totp";
import type { confirmMfaInput, confirmMfaOutput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { gainFactor, lockToGain } from "../factor/public";
import { takeTry } from "./throttle";

type Output = z.infer<typeof confirmMfaOutput>;

/** The first code confirms the factor and raises this session to AAL 2; with an account's first factor come recovery codes. */
export async function confirmMfa(
  ctx: ActorContext,
  { code }: z.infer<typeof confirmMfaInput>,
): Promise<Result<Output>> {
  const { deps, actor } = ctx;
  const { userId } = actor;
  const forgive = await takeTry(ctx, "auth.factor", userId, userId);
  const nowMs = deps.clock.now().getTime();
  const result = await inTransaction(deps, async (tx): Promise<Result<Output>> => {
    const locked = await lockToGain(tx, ctx);
    if (!locked.ok) return locked;
    const digits = code.replace(/\s/g, "");
    if (!(await confirmTotp(tx, deps.keys, userId, digits, nowMs))) return refuse("auth.invalid_code");
    return ok({ recoveryCodes: await gainFactor(tx, ctx, "auth.second_factor_enrol", true) });
  });
  if (result.ok) await forgive();
  return result;
}
