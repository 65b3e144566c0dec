import type { Actor } from "@amrutam/domain/actor";
import type { NoticeSettings } from "@amrutam/domain/notification/schema";
import { wishTable } from "@amrutam/domain/notification/wishes";
import { ok, type Result } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { ownInbox } from "./scope";
import { readSettings } from "./store";

/** How the caller is told, kind by kind, with what can't be changed. */
export async function getSettings({
  deps,
  actor,
  session,
}: ActorContext<Actor<"PATIENT" | "DOCTOR">>): Promise<Result<NoticeSettings>> {
  const { quiet, wishes, hasPhone } = await readSettings(deps.db.query, ownInbox(actor));
  return ok({
    timezone: session.timezone,
    quietHours: quiet,
    hasPhone,
    kinds: wishTable(actor.role, wishes),
  });
}
