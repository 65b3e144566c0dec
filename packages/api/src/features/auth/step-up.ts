import { spendSecondFactor } from "@amrutam/auth/second-factor";
import { raiseSession } from "@amrutam/auth/sessions";
import type { stepUpInput } from "@amrutam/domain/auth/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { takeTry } from "./throttle";

type Done = { done: true };

/** Shows the second factor again, so that this session may do what needs it fresh for the next minutes. */
export async function stepUp(
  ctx: ActorContext,
  { code }: z.infer<typeof stepUpInput>,
): Promise<Result<Done>> {
  const { deps, actor } = ctx;
  const { userId, sessionId } = actor;
  const forgive = await takeTry(ctx, "auth.factor", userId, userId);
  const nowMs = deps.clock.now().getTime();
  const result = await inTransaction(deps, async (tx): Promise<Result<Done>> => {
    const shown = await spendSecondFactor(tx, deps.keys, userId, code, nowMs);
    if (!shown) {
      await audit(tx, ctx, { action: "auth.second_factor_failed", entityId: userId, outcome: "refused" });
      return refuse("auth.invalid_code");
    }
    await raiseSession(tx, sessionId);
    await audit(tx, ctx, { action: "auth.step_up", entityId: sessionId });
    if (shown === "recovery_code")
      await audit(tx, ctx, { action: "auth.recovery_code_use", entityId: userId });
    return ok({ done: true });
  });
  if (result.ok) await forgive();
  return result;
}
