import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { giveUp } from "./offer-store";
import { ownWaiting } from "./scope";

/** Gives a place up; a time that is held for it goes to the next. @returns `not_found` */
export async function leaveWaitlist(
  { deps, actor, requestId }: ActorContext<Actor<"PATIENT">>,
  { id }: { id: string },
): Promise<Result<{ done: true }>> {
  const { patientId } = ownWaiting(actor);
  const isDone = await giveUp(deps, { entryId: id, patientId, offerId: null, leave: true, requestId });
  return isDone ? ok({ done: true }) : refuse("not_found");
}
