import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { lockFeed, unlinkFeed } from "./feed-store";
import { ownCalendar } from "./scope";

/** Nobody fetches the caller's visits any more. Ending what is over is no error. */
export const revokeFeed = (ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>): Promise<Result<{ done: true }>> =>
  inTransaction(ctx.deps, async (tx) => {
    const scope = ownCalendar(ctx.actor);
    if ((await lockFeed(tx, scope)).linkId === null) return ok({ done: true });
    await unlinkFeed(tx, scope);
    await audit(tx, ctx, { action: "calendar.revoke", entityId: ctx.actor.userId });
    return ok({ done: true });
  });
