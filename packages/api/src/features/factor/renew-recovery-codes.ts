import { replaceRecoveryCodes } from "@amrutam/auth/recovery-codes";
import type { withRecoveryCodes } from "@amrutam/domain/factor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { noteChange } from "./factor-change";
import { lockFactors } from "./lock-factors";

/** Ten new codes in place of all earlier ones, for an account that has a factor they can stand in for. */
export async function renewRecoveryCodes(
  ctx: ActorContext,
): Promise<Result<z.output<typeof withRecoveryCodes>>> {
  return inTransaction(ctx.deps, async (tx) => {
    const locked = await lockFactors(tx, ctx);
    if (!locked.ok) return locked;
    if (locked.value.length === 0) return refuse("factor.none");
    await noteChange(tx, ctx, "auth.recovery_codes_renew");
    return ok({ recoveryCodes: await replaceRecoveryCodes(tx, ctx.actor.userId) });
  });
}
