import type { Actor } from "@amrutam/domain/actor";
import type { ActorContext } from "../../context";
import { changeStatus } from "./change-status";

/** CONFIRMED → IN_PROGRESS, from ten minutes before the start. */
export const startConsultation = (ctx: ActorContext<Actor<"DOCTOR">>, { id }: { id: string }) =>
  changeStatus(ctx, "start", id);
