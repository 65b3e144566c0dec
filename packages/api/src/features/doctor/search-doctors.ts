import { COUNTED_TO, type searchDoctorsOutput } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import type { Context } from "../../context";
import { toPublicDoctor } from "./doctor-rows";
import { toOpenSlot } from "./open-slots";
import { decodeSearchCursor, encodeSearchCursor } from "./search-cursor";
import { type SearchInput, type SearchRow, searchStatement } from "./search-statement";

type Answer = z.infer<typeof searchDoctorsOutput>;

/** Approved doctors of active accounts, a page at a time. @returns input.invalid for a cursor that isn't this sort's */
export async function searchDoctors(
  { deps }: Pick<Context, "deps">,
  input: SearchInput,
): Promise<Result<Answer>> {
  const cursor = input.cursor === undefined ? null : decodeSearchCursor(input.sort, input.cursor);
  if (input.cursor !== undefined && !cursor) return refuse("input.invalid");
  const { name, text, values } = searchStatement(input, cursor);
  const rows = await deps.db.query<SearchRow>(name, text, values);
  const total = cursor?.total ?? rows[0]?.total ?? 0;
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const now = deps.clock.now();
  return ok({
    items: shown.map((row) => ({
      ...toPublicDoctor(row, now),
      nextSlots: (row.next_slots ?? []).map(toOpenSlot),
    })),
    nextCursor:
      last && rows.length > input.limit
        ? encodeSearchCursor(input.sort, { key: last.key, id: last.id, total })
        : null,
    total: Math.min(total, COUNTED_TO),
    isTotalExact: total <= COUNTED_TO,
  });
}
