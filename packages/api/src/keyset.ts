import { ok, type Result, refuse } from "@amrutam/domain/result";
import { parseInstant } from "@amrutam/domain/time/instant";
import { id as uuid } from "@amrutam/domain/wire";
import { decodeCursor, encodeCursor } from "./wire";

/** Where a list sorted by an instant and an id goes on. */
export type Keyset = readonly [at: string, id: string];

/** @returns undefined for the first page; `input.invalid` for a text that is no cursor of ours */
export function keysetOf(cursor: string | undefined): Result<Keyset | undefined> {
  if (cursor === undefined) return ok(undefined);
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof at !== "string" || typeof id !== "string" || !parseInstant(at) || !uuid.safeParse(id).success)
    return refuse("input.invalid", { field: "cursor" });
  return ok([at, id]);
}

/** Cuts the row fetched beyond the page, and points behind the last one kept. */
export function pageOf<Row extends Readonly<{ id: string }>>(
  rows: readonly Row[],
  limit: number,
  sortedBy: (row: Row) => Date,
): { rows: readonly Row[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { rows: kept, nextCursor: hasMore ? encodeCursor([sortedBy(last).toISOString(), last.id]) : null };
}
