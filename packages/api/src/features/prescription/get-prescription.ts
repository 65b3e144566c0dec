import type { Actor } from "@amrutam/domain/actor";
import type { getPrescriptionInput, PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { readPrescriptions } from "./store";

/** What was prescribed at an own visit, newest version first. `not_found` also when nothing was issued. */
export async function getPrescription(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { consultationId }: z.infer<typeof getPrescriptionInput>,
): Promise<Result<{ items: PrescriptionDetail[] }>> {
  const items = await readPrescriptions(ctx, "r.consultation_id", consultationId, "prescription.read");
  return items.length > 0 ? ok({ items }) : refuse("not_found");
}
