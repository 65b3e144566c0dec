import type { Actor } from "@amrutam/domain/actor";
import type { setEmailCodeInput, withRecoveryCodes } from "@amrutam/domain/factor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { gainFactor, loseFactor } from "./factor-change";
import { lockFactors } from "./lock-factors";

/**
 * A patient's wish to be sent a code by mail as second step, to an address that was confirmed. Asking for what is so
 * already changes nothing and tells nobody.
 */
export async function setEmailCode(
  ctx: ActorContext<Actor<"PATIENT">>,
  { enabled }: z.output<typeof setEmailCodeInput>,
): Promise<Result<z.output<typeof withRecoveryCodes>>> {
  const { userId, emailVerified } = ctx.actor;
  if (enabled && !emailVerified) return refuse("auth.email_unverified");
  return inTransaction(ctx.deps, async (tx) => {
    const locked = await lockFactors(tx, ctx);
    if (!locked.ok) return locked;
    const changed = await tx.$executeRaw`
      UPDATE users SET email_code_at = CASE WHEN ${enabled} THEN now() END, updated_at = now()
      WHERE id = ${userId}::uuid AND (email_code_at IS NOT NULL) <> ${enabled}`;
    if (changed === 0) return ok({ recoveryCodes: [] });
    if (enabled) return ok({ recoveryCodes: await gainFactor(tx, ctx, "auth.email_code_on", false) });
    await loseFactor(tx, ctx, "auth.email_code_off");
    return ok({ recoveryCodes: [] });
  });
}
