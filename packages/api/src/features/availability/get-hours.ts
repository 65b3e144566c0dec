import type { Actor } from "@amrutam/domain/actor";
import type { Hours } from "@amrutam/domain/availability/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { inTransaction } from "../../transaction";
import { ownPractice } from "../doctor/public";
import { readHours } from "./hours-rows";

/** The caller's own weekly hours and exceptions. @returns not_found before registration */
export async function getHours({ deps, actor }: ActorContext<Actor<"DOCTOR">>): Promise<Result<Hours>> {
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const hours = await inTransaction(deps, (tx) => readHours(tx, scope.value.doctorId));
  return hours ? ok(hours) : refuse("not_found");
}
