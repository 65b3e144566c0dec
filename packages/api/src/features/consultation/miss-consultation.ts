import type { Actor } from "@amrutam/domain/actor";
import type { ActorContext } from "../../context";
import { changeStatus } from "./change-status";

/** CONFIRMED → NO_SHOW: who didn't come is recorded. */
export const missConsultation = (
  ctx: ActorContext<Actor<"DOCTOR">>,
  { id, by }: { id: string; by: "PATIENT" | "DOCTOR" },
) => changeStatus(ctx, "miss", id, by);
