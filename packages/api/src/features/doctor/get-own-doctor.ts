import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { ActorContext } from "../../context";
import { type OwnDoctor, toOwnDoctor } from "./doctor-rows";
import { ownPractice } from "./scope";
import { findOwnDoctor } from "./store";

/** The caller's own profile with its approval. @returns not_found before registration */
export async function getOwnDoctor({
  deps,
  actor,
}: ActorContext<Actor<"DOCTOR">>): Promise<Result<OwnDoctor>> {
  const scope = ownPractice(actor);
  if (!scope.ok) return scope;
  const row = await findOwnDoctor(deps, scope.value);
  return row ? ok(toOwnDoctor(row, deps.clock.now())) : refuse("not_found");
}
