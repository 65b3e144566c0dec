import { openAccountKey } from "@amrutam/auth/account-key";
import type { PrismaTransaction } from "@amrutam/db/client";
import type { decidedRating, decideRatingInput } from "@amrutam/domain/admin/rating-schema";
import { decideComment } from "@amrutam/domain/rating/decide-rating";
import type { CommentState } from "@amrutam/domain/rating/policy";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ContextOf } from "../../procedure";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";

type Row = Readonly<{
  patientId: string;
  state: CommentState | null;
  revision: number;
  commentSealed: Uint8Array;
  now: Date;
}>;

/** Locked: of two decisions at once the second finds the first, and a change by the patient comes before or after. */
async function lockComment(tx: PrismaTransaction, id: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT patient_id AS "patientId", comment_state::text AS state, revision, comment_sealed AS "commentSealed",
      clock_timestamp() AS now
    FROM ratings WHERE id = ${id}::uuid FOR UPDATE`;
  return row;
}

/**
 * Opens a comment to everybody, or keeps it back and says why. Published words lie in the clear, as everybody reads them;
 * kept back they are sealed again. The stars count either way. @returns `not_found`, `rating.comment_changed`, `rating.already_decided`
 */
export async function decideRating(
  ctx: ContextOf<"admin.decideRating">,
  { id, decision, reason, revision }: z.output<typeof decideRatingInput>,
): Promise<Result<z.input<typeof decidedRating>>> {
  const { deps, actor } = ctx;
  return inTransaction(deps, async (tx): Promise<Result<z.input<typeof decidedRating>>> => {
    const row = await lockComment(tx, id);
    if (!row) return refuse("not_found");
    const verdict = decideComment(row, { decision, revision });
    if (!verdict.ok) return verdict;
    const isPublished = decision === "PUBLISHED";
    const commentPublic = isPublished
      ? (await openAccountKey(tx, deps.keys, row.patientId)).unseal(
          "ratings.comment_sealed",
          id,
          row.commentSealed,
        )
      : null;
    await tx.rating.update({
      where: { id },
      data: {
        commentState: decision,
        commentPublic,
        hideReason: reason ?? null,
        decidedAt: row.now,
        decidedBy: actor.userId,
      },
      select: { id: true },
    });
    const action = isPublished ? "rating.publish" : "rating.hide";
    await audit(tx, ctx, { action, entityId: id, patientId: row.patientId });
    return ok({ id, state: decision, decidedAt: iso(row.now) });
  });
}
