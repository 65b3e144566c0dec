import { forgetDeviceOf } from "@amrutam/auth/remembered-devices";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownSessions } from "./scope";
import { endSession } from "./store";

/**
 * Signs the caller out on one device, at once, and that device is no longer spared the second factor. Ending what is
 * over already is no error.
 */
export const revokeSession = (ctx: ActorContext, { id }: { id: string }): Promise<Result<{ done: true }>> =>
  inTransaction(ctx.deps, async (tx) => {
    const wasOpen = await endSession(tx, ownSessions(ctx.actor), id);
    if (wasOpen === null) return refuse("not_found");
    // Ending one's own is signing out here; the device stays trusted as it does then.
    if (id !== ctx.actor.sessionId && (await forgetDeviceOf(tx, id)))
      await audit(tx, ctx, { action: "auth.devices_forget", entityId: ctx.actor.userId });
    if (wasOpen) await audit(tx, ctx, { action: "auth.session_revoke", entityId: id });
    return ok({ done: true });
  });
