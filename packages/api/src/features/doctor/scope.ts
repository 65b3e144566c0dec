import type { Actor } from "@amrutam/domain/actor";
import { ok, type Result, refuse } from "@amrutam/domain/result";

declare const minted: unique symbol;

/** The doctor's record a statement may touch. Only this file can make one, out of who is calling. */
export type DoctorScope = Readonly<{ doctorId: string }> & { readonly [minted]: true };

/** The caller's own record. @returns not_found before registration: there is nothing of theirs yet */
export const ownPractice = (actor: Actor<"DOCTOR">): Result<DoctorScope> =>
  actor.doctorId === null ? refuse("not_found") : ok({ doctorId: actor.doctorId } as DoctorScope);
