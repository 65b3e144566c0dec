import type { Actor } from "@amrutam/domain/actor";
import type { ownPhoto } from "@amrutam/domain/doctor/schema";
import { ok, type Result } from "@amrutam/domain/result";
import type { z } from "zod";
import type { ActorContext } from "../../context";
import { forgetPhoto, swapPhoto } from "./own-photo";
import { ownPractice } from "./scope";

/** Takes the caller's picture away, from the record and from the store. @returns not_found before registration */
export async function removePhoto(
  ctx: ActorContext<Actor<"DOCTOR">>,
): Promise<Result<z.infer<typeof ownPhoto>>> {
  const scope = ownPractice(ctx.actor);
  if (!scope.ok) return scope;
  await forgetPhoto(ctx.deps, await swapPhoto(ctx, scope.value, null));
  return ok({ photo: null });
}
