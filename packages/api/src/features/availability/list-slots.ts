import type { Actor } from "@amrutam/domain/actor";
import type { listOwnSlotsInput, listOwnSlotsOutput } from "@amrutam/domain/availability/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import type { ActorContext } from "../../context";
import { ownPractice, parsePeriod } from "../doctor/public";
import { listSlots } from "./own-slots";

const ZONE = "SELECT timezone FROM doctors WHERE id = $1";

/** The caller's slots of a period with who is in them. @returns input.invalid for a period that isn't 31 days at most; not_found */
export async function listOwnSlots(
  { deps, actor }: ActorContext<Actor<"DOCTOR">>,
  input: z.infer<typeof listOwnSlotsInput>,
): Promise<Result<z.infer<typeof listOwnSlotsOutput>>> {
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const period = parsePeriod(input);
  if (!period.ok) return period;
  const { query } = deps.db;
  const [[doctor], items] = await Promise.all([
    query<{ timezone: string }>("availability.zone", ZONE, [scope.value.doctorId]),
    listSlots(query, scope.value, period.value.from, period.value.to),
  ]);
  return doctor ? ok({ timezone: doctor.timezone, items }) : refuse("not_found");
}
