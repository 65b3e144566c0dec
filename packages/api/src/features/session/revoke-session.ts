import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownSessions } from "./scope";
import { endSession } from "./store";

/** Signs the caller out on one device, at once. Ending what is over already is no error. */
export const revokeSession = (ctx: ActorContext, { id }: { id: string }): Promise<Result<{ done: true }>> =>
  inTransaction(ctx.deps, async (tx) => {
    const wasOpen = await endSession(tx, ownSessions(ctx.actor), id);
    if (wasOpen === null) return refuse("not_found");
    if (wasOpen) await audit(tx, ctx, { action: "auth.session_revoke", entityId: id });
    return ok({ done: true });
  });
