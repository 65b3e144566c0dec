import type { rescheduleByLinkInput, rescheduledByLink } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { Context } from "../../context";
import { hashInput } from "../../idempotency";
import { findVisitLink } from "./link-store";
import { moveVisit } from "./move-visit";
import { consultationsOfPatient } from "./scope";

/** Moves the one visit a link was sent for, as its patient would; nobody is signed in. The new time has links of its own. */
export async function rescheduleByLink(
  { deps, requestId }: Context,
  input: z.infer<typeof rescheduleByLinkInput>,
): Promise<Result<z.infer<typeof rescheduledByLink>>> {
  const link = await findVisitLink(deps, input.token, "CHANGE");
  if (!link) return refuse("consultation.link_invalid");
  const moved = await moveVisit(deps, {
    id: link.consultationId,
    slotId: input.slotId,
    party: "PATIENT",
    scope: consultationsOfPatient(link.patientId),
    actorId: link.patientId,
    keyScope: link.id,
    procedure: "consultation.rescheduleByLink",
    key: input.idempotencyKey,
    inputHash: hashInput(deps, input),
    requestId,
    linkId: link.id,
  });
  if (!moved.ok) return moved;
  const { startsAt, endsAt } = moved.value;
  return ok({ startsAt, endsAt });
}
