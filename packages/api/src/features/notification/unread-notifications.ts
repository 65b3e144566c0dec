import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { ownInbox } from "./scope";
import { countUnread } from "./store";

/** How much of the inbox the caller hasn't seen. */
export const unreadNotifications = async ({
  deps,
  actor,
}: ActorContext<Actor<"PATIENT" | "DOCTOR">>): Promise<Result<{ count: number }>> =>
  ok({ count: await countUnread(deps.db.query, ownInbox(actor)) });
