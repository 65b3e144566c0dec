import type { DoctorRatings, doctorRatingsInput } from "@amrutam/domain/rating/schema";
import { shownAverage } from "@amrutam/domain/rating/shown-average";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { id as uuid } from "@amrutam/domain/wire";
import type * as z from "zod";
import type { Context } from "../../context";
import { decodeCursor, encodeCursor } from "../../wire";
import { type After, findPublished, findSummary } from "./public-store";

function afterOf(cursor: string | undefined): Result<After | null> {
  if (cursor === undefined) return ok(null);
  const [month, id] = decodeCursor(cursor, 2) ?? [];
  const isPlace =
    typeof month === "string" && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) && uuid.safeParse(id).success;
  return isPlace && typeof id === "string" ? ok([month, id]) : refuse("input.invalid", { field: "cursor" });
}

/** What patients gave a listed doctor, and their published words. @returns `not_found`, `input.invalid` */
export async function listForDoctor(
  ctx: Context,
  { doctorId, cursor, limit }: z.output<typeof doctorRatingsInput>,
): Promise<Result<DoctorRatings>> {
  const after = afterOf(cursor);
  if (!after.ok) return after;
  const { query } = ctx.deps.db;
  const [summary, found] = await Promise.all([
    findSummary(query, doctorId),
    findPublished(query, doctorId, limit + 1, after.value),
  ]);
  if (!summary) return refuse("not_found");
  const average = shownAverage(summary.sum, summary.count);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: found.length > limit && last ? encodeCursor([last.month, last.id]) : null,
    average,
    count: summary.count,
    distribution: average === null ? null : summary.distribution,
  });
}
