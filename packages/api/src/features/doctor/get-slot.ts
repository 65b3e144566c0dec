import type { slotDetail } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import type { Context } from "../../context";
import { toProfile } from "./doctor-rows";
import { openElsewhere } from "./elsewhere";
import { type SlotTuple, toOpenSlot } from "./open-slots";
import { findSlot } from "./store";

const MOST = 3;

/** The three nearest in time to a start, on either side of it. */
const nearestTo = (startMs: number, slots: readonly SlotTuple[]): SlotTuple[] =>
  slots.toSorted((a, b) => Math.abs(a[1] - startMs) - Math.abs(b[1] - startMs)).slice(0, MOST);

/** A slot as its booking page shows it; a blocked or withdrawn one reads as taken. @returns not_found */
export async function getSlot(
  { deps }: Pick<Context, "deps">,
  input: { id: string },
): Promise<Result<z.infer<typeof slotDetail>>> {
  const row = await findSlot(deps, input.id);
  if (!row) return refuse("not_found");
  const around = [...(row.earlier ?? []), ...(row.later ?? [])];
  const alternatives = nearestTo(row.slot[1], around).map(toOpenSlot);
  return ok({
    slot: toOpenSlot(row.slot),
    state: row.state,
    doctor: toProfile(row, deps.clock.now()),
    alternatives,
    elsewhere:
      row.state === "OPEN" ? [] : await openElsewhere(deps, input.id, null, MOST - alternatives.length),
  });
}
