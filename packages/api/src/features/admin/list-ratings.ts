import { openKey } from "@amrutam/db/phi/vault";
import type {
  listRatingsInput,
  listRatingsOutput,
  ModeratedRating,
} from "@amrutam/domain/admin/rating-schema";
import { ok, type Result } from "@amrutam/domain/result";
import type * as z from "zod";
import { auditActor } from "../../audit";
import type { Deps } from "../../deps";
import { keysetOf, pageOf } from "../../keyset";
import type { ContextOf } from "../../procedure";
import { iso, isoOrNull } from "../../wire";
import { countPendingComments, findRatings, type RatingRow } from "./rating-store";
import { consoleScope } from "./scope";

function toModerated(deps: Deps, row: RatingRow): ModeratedRating {
  const { commentSealed, wrappedKey, masterVersion, commentedAt, decidedAt, ...rest } = row;
  const cipher = wrappedKey && openKey(deps.keys, { wrappedKey, masterVersion });
  return {
    ...rest,
    comment: cipher ? cipher.unseal("ratings.comment_sealed", row.id, commentSealed) : null,
    commentedAt: iso(commentedAt),
    decidedAt: isoOrNull(decidedAt),
  };
}

/** Comments that wait to be read, or were; and how many wait. */
export async function listRatings(
  ctx: ContextOf<"admin.ratings">,
  { cursor, ...filter }: z.output<typeof listRatingsInput>,
): Promise<Result<z.input<typeof listRatingsOutput>>> {
  const after = keysetOf(cursor);
  if (!after.ok) return after;
  const { query } = ctx.deps.db;
  const scope = consoleScope(ctx.actor);
  const wanted = { ...filter, after: after.value, limit: filter.limit + 1 };
  const [found, pending] = await Promise.all([
    findRatings(query, scope, auditActor(ctx), wanted),
    countPendingComments(query, scope),
  ]);
  const { rows, nextCursor } = pageOf(found, filter.limit, (row) => row.commentedAt);
  return ok({ items: rows.map((row) => toModerated(ctx.deps, row)), nextCursor, pending });
}
