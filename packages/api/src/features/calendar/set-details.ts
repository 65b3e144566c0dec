import type { Actor } from "@amrutam/domain/actor";
import type { CalendarSettings, setDetailsInput } from "@amrutam/domain/calendar/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { lockFeed, nameInFeed } from "./feed-store";
import { ownCalendar } from "./scope";
import { settingsOf } from "./settings-of";

/** Whether titles say whom the caller meets: in the feed, in single visits, and in what mails bring along. */
export const setDetails = (
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { hasNames }: z.output<typeof setDetailsInput>,
): Promise<Result<CalendarSettings>> =>
  inTransaction(ctx.deps, async (tx) => {
    const scope = ownCalendar(ctx.actor);
    const known = await lockFeed(tx, scope);
    if (known.hasNames !== hasNames) {
      await nameInFeed(tx, scope, hasNames);
      await audit(tx, ctx, {
        action: hasNames ? "calendar.show_names" : "calendar.hide_names",
        entityId: ctx.actor.userId,
      });
    }
    return ok(settingsOf(ctx.deps, { ...known, hasNames }));
  });
