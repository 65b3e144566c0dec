import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import type { saveNoteInput, saveNoteOutput } from "@amrutam/domain/consultation/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";
import { lockVisit } from "./locked-visit";
import { ownConsultations } from "./scope";

const NOTABLE = ["CONFIRMED", "IN_PROGRESS", "COMPLETED"];

/** Saves the doctor's note if nobody saved since `revision` was read; otherwise `consultation.note_conflict`, and nothing is overwritten. */
export function saveNote(
  ctx: ActorContext<Actor<"DOCTOR">>,
  { id, body, revision }: z.infer<typeof saveNoteInput>,
): Promise<Result<z.infer<typeof saveNoteOutput>>> {
  return inTransaction(ctx.deps, async (tx) => {
    const visit = await lockVisit(tx, ownConsultations(ctx.actor), id);
    if (!visit) return refuse("not_found");
    if (!NOTABLE.includes(visit.status))
      return refuse("consultation.illegal_transition", { status: visit.status });
    const current = await tx.consultationNote.findUnique({
      where: { consultationId: id },
      select: { revision: true },
    });
    if ((current?.revision ?? 0) !== revision) {
      return refuse("consultation.note_conflict", { revision: current?.revision ?? 0 });
    }
    const key = await tx.dataKey.findUniqueOrThrow({
      where: { userId_retentionClass: { userId: visit.patient_id, retentionClass: "CLINICAL" } },
      select: { wrappedKey: true, masterVersion: true },
    });
    const bodySealed = openKey(ctx.deps.keys, key).seal("consultation_notes.body_sealed", id, body);
    const saved = await tx.consultationNote.upsert({
      where: { consultationId: id },
      create: { consultationId: id, bodySealed, revision: 1 },
      update: { bodySealed, revision: revision + 1 },
      select: { revision: true, updatedAt: true },
    });
    await audit(tx, ctx, { action: "note.write", entityId: id, patientId: visit.patient_id });
    return ok({ revision: saved.revision, updatedAt: iso(saved.updatedAt) });
  });
}
