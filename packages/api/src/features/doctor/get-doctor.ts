import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { Context } from "../../context";
import { type DoctorProfile, toProfile } from "./doctor-rows";
import { findListedDoctor } from "./store";

/** The public profile. @returns not_found for an unknown doctor, and the same for one who isn't approved or is disabled */
export async function getDoctor(
  { deps }: Pick<Context, "deps">,
  input: { id: string },
): Promise<Result<DoctorProfile>> {
  const row = await findListedDoctor(deps, input.id);
  return row ? ok(toProfile(row, deps.clock.now())) : refuse("not_found");
}
