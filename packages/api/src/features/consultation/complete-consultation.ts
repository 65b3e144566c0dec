import type { Actor } from "@amrutam/domain/actor";
import type { ActorContext } from "../../context";
import { changeStatus } from "./change-status";

/** IN_PROGRESS → COMPLETED. */
export const completeConsultation = (ctx: ActorContext<Actor<"DOCTOR">>, { id }: { id: string }) =>
  changeStatus(ctx, "complete", id);
