import type { Actor } from "@amrutam/domain/actor";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { linkFeed, lockFeed } from "./feed-store";
import { ownCalendar } from "./scope";
import { isLinked, settingsOf } from "./settings-of";

/** Another address: whoever knows the one before reads nothing more. @returns not_found where there was none */
export const renewFeed = (
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
): Promise<Result<CalendarSettings>> =>
  inTransaction(ctx.deps, async (tx) => {
    const { deps, actor } = ctx;
    const scope = ownCalendar(actor);
    if (!isLinked(deps.secrets.links, await lockFeed(tx, scope))) return refuse("not_found");
    const [made] = await linkFeed(tx, deps.secrets.links, scope, deps.ids.uuid());
    await audit(tx, ctx, { action: "calendar.renew", entityId: actor.userId });
    return ok(settingsOf(deps, made));
  });
