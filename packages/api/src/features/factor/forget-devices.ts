import { forgetDevices as forget } from "@amrutam/auth/remembered-devices";
import { ok, type Result } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";

/** Every device is asked for the second factor again. Sessions that are open stay. */
export const forgetDevices = (ctx: ActorContext): Promise<Result<{ done: true }>> =>
  inTransaction(ctx.deps, async (tx) => {
    const { userId } = ctx.actor;
    if ((await forget(tx, userId)) > 0)
      await audit(tx, ctx, { action: "auth.devices_forget", entityId: userId });
    return ok({ done: true });
  });
