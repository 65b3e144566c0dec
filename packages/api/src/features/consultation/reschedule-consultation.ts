import type { Actor } from "@amrutam/domain/actor";
import type { rescheduleConsultationInput } from "@amrutam/domain/consultation/schema";
import type { Result } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { hashInput } from "../../idempotency";
import { type Moved, moveVisit } from "./move-visit";
import { ownConsultations } from "./scope";

/** Another time with the same doctor; the visit keeps its id, mode and fee. Who may when: `CHANGE_POLICY`. */
export const rescheduleConsultation = (
  { deps, actor, requestId }: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  input: z.infer<typeof rescheduleConsultationInput>,
): Promise<Result<Moved>> =>
  moveVisit(deps, {
    id: input.id,
    slotId: input.slotId,
    party: actor.role,
    scope: ownConsultations(actor),
    actorId: actor.userId,
    keyScope: actor.userId,
    procedure: "consultation.reschedule",
    key: input.idempotencyKey,
    inputHash: hashInput(deps, input),
    requestId,
  });
