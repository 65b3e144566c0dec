import type { doctorSlotsInput, doctorSlotsOutput } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import type { Context } from "../../context";
import { toOpenSlot } from "./open-slots";
import { parsePeriod } from "./period";
import { findOpenSlots } from "./store";

/** @returns input.invalid for a period that is empty, backwards or longer than 31 days; not_found for an unlisted doctor */
export async function listOpenSlots(
  { deps }: Pick<Context, "deps">,
  input: z.infer<typeof doctorSlotsInput>,
): Promise<Result<z.infer<typeof doctorSlotsOutput>>> {
  const period = parsePeriod(input);
  if (!period.ok) return period;
  const { from, to } = period.value;
  const row = await findOpenSlots(deps, input.doctorId, from, to);
  if (!row) return refuse("not_found");
  return ok({
    doctorId: input.doctorId,
    timezone: row.timezone,
    items: (row.items ?? []).map(toOpenSlot),
    nextAfter: row.next_after && toOpenSlot(row.next_after),
  });
}
