import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose ratings a statement may touch; only this file can make one, and every store function asks for it. */
export type RatingScope = Readonly<{ patientId: string }> & { [minted]: true };

export const ownRatings = (actor: Actor<"PATIENT">): RatingScope =>
  ({ patientId: actor.userId }) as RatingScope;
