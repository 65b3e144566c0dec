import type { Actor } from "@amrutam/domain/actor";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import { ok, type Result } from "@amrutam/domain/result";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { linkFeed, lockFeed } from "./feed-store";
import { ownCalendar } from "./scope";
import { isLinked, settingsOf } from "./settings-of";

/** An address for the caller's visits. Who has one keeps it: asking twice makes no second. */
export const createFeed = (
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
): Promise<Result<CalendarSettings>> =>
  inTransaction(ctx.deps, async (tx) => {
    const { deps, actor } = ctx;
    const scope = ownCalendar(actor);
    const known = await lockFeed(tx, scope);
    if (isLinked(deps.secrets.links, known)) return ok(settingsOf(deps, known));
    const [made] = await linkFeed(tx, deps.secrets.links, scope, deps.ids.uuid());
    await audit(tx, ctx, { action: "calendar.create", entityId: actor.userId });
    return ok(settingsOf(deps, made));
  });
