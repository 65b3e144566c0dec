import type { Actor } from "@amrutam/domain/actor";
import type { ownDoctor } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import type { ActorContext } from "../../context";
import { toProfile } from "./doctor-rows";
import { ownPractice } from "./scope";
import { findOwnDoctor } from "./store";

/** The caller's own profile with its approval. @returns not_found before registration */
export async function getOwnDoctor({
  deps,
  actor,
}: ActorContext<Actor<"DOCTOR">>): Promise<Result<z.infer<typeof ownDoctor>>> {
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const row = await findOwnDoctor(deps, scope.value);
  if (!row) return refuse("not_found");
  return ok({
    ...toProfile(row, deps.clock.now()),
    approval: row.approval,
    approvalReason: row.approval_reason,
  });
}
