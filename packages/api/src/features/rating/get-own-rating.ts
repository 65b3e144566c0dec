import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import { decideChange, decideGiving } from "@amrutam/domain/rating/decide-rating";
import type { OwnRating } from "@amrutam/domain/rating/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs, toIso } from "@amrutam/domain/time/instant";
import type { ActorContext } from "../../context";
import { iso } from "../../wire";
import { findOwnRating, type OwnRow } from "./own-store";
import { ownRatings } from "./scope";

function wordsOf(ctx: ActorContext, row: OwnRow & { id: string }): string {
  if (!row.commentSealed) return "";
  const cipher = openKey(ctx.deps.keys, { wrappedKey: row.wrappedKey, masterVersion: row.masterVersion });
  return cipher.unseal("ratings.comment_sealed", row.id, row.commentSealed);
}

/** What the caller said of an own visit, and what may still be said or changed. Reading the own words is audited. */
export async function getOwnRating(
  ctx: ActorContext<Actor<"PATIENT">>,
  { consultationId }: { consultationId: string },
): Promise<Result<OwnRating>> {
  const row = await findOwnRating(ctx.deps.db.query, ownRatings(ctx.actor), consultationId, ctx.requestId);
  if (!row) return refuse("not_found");
  const now = fromEpochMs(row.now.getTime());
  const { id } = row;
  if (id === null) {
    const completedAt = row.completedAt && fromEpochMs(row.completedAt.getTime());
    const giving = decideGiving({ status: row.status, completedAt, isRated: false }, now);
    return ok({ rating: null, givableUntil: giving.ok ? toIso(giving.value) : null });
  }
  const change = decideChange(fromEpochMs(row.givenAt.getTime()), now);
  const rating = {
    stars: row.stars,
    comment: wordsOf(ctx, { ...row, id }),
    commentState: row.commentState,
    hideReason: row.hideReason,
    givenAt: iso(row.givenAt),
    changeableUntil: change.ok ? toIso(change.value) : null,
  };
  return ok({ rating, givableUntil: null });
}
