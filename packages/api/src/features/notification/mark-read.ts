import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { ownInbox } from "./scope";
import { markSeen } from "./store";

/** Marks lines of the caller's inbox as seen; what isn't theirs, or was seen before, changes nothing. */
export const markRead = async (
  { deps, actor }: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { ids }: { ids?: string[] | undefined },
): Promise<Result<{ changed: number }>> =>
  ok({ changed: await markSeen(deps.db.query, ownInbox(actor), ids ?? null) });
