import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import {
  type EarlierVisit,
  excerptOf,
  type visitHistoryInput,
  type visitHistoryOutput,
} from "@amrutam/domain/consultation/history";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { keysetOf, pageOf } from "../../keyset";
import { iso } from "../../wire";
import { clinicalKeyOf } from "./detail-store";
import { findHistory, type HistoryRow } from "./history-store";
import { ownConsultations } from "./scope";

function earlierVisitOf(row: HistoryRow, cipher: ReturnType<typeof openKey>): EarlierVisit {
  const { id, prescription } = row;
  return {
    id,
    startsAt: iso(row.starts_at),
    endsAt: iso(row.ends_at),
    mode: row.mode,
    status: row.status,
    missedBy: row.missed_by,
    reason: excerptOf(cipher.unseal("consultations.reason_sealed", id, row.reason_sealed)),
    note: row.note_sealed && excerptOf(cipher.unseal("consultation_notes.body_sealed", id, row.note_sealed)),
    prescription: prescription && { ...prescription, issuedAt: iso(new Date(prescription.issuedAt)) },
  };
}

/**
 * What the doctor did before for the person of a visit: own visits only, and only those of that person. Every reading is
 * audited.
 * @returns not_found for a visit of somebody else, as for none
 */
export async function visitHistory(
  ctx: ActorContext<Actor<"DOCTOR">>,
  { id, cursor, limit }: z.infer<typeof visitHistoryInput>,
): Promise<Result<z.infer<typeof visitHistoryOutput>>> {
  const { actor, deps, requestId } = ctx;
  const after = keysetOf(cursor);
  if (!after.ok) return after;
  const reader = { actorId: actor.userId, actorRole: actor.role, requestId };
  const page = { take: limit + 1, after: after.value };
  const found = await findHistory(deps, ownConsultations(actor), id, reader, page);
  if (!found) return refuse("not_found");
  const [first] = found;
  if (!first) return ok({ items: [], nextCursor: null });
  const cipher = openKey(deps.keys, clinicalKeyOf(first));
  const { rows, nextCursor } = pageOf(found, limit, (row) => row.starts_at);
  return ok({ items: rows.map((row) => earlierVisitOf(row, cipher)), nextCursor });
}
