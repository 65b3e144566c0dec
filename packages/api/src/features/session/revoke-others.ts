import { forgetDevices } from "@amrutam/auth/remembered-devices";
import { ok, type Result } from "@amrutam/domain/result";
import type { revokeOthersOutput } from "@amrutam/domain/session/schema";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownSessions } from "./scope";
import { endOtherSessions } from "./store";

/** Signs the caller out everywhere but here, at once; no device is spared the second factor any more. */
export const revokeOthers = (ctx: ActorContext): Promise<Result<z.infer<typeof revokeOthersOutput>>> =>
  inTransaction(ctx.deps, async (tx) => {
    await forgetDevices(tx, ctx.actor.userId);
    const ended = await endOtherSessions(tx, ownSessions(ctx.actor));
    for (const entityId of ended) await audit(tx, ctx, { action: "auth.session_revoke", entityId });
    return ok({ ended: ended.length });
  });
