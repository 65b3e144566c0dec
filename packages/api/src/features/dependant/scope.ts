import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose dependants a statement may touch; only this file can make one, and every store function asks for it. */
export type DependantScope = Readonly<{ patientId: string }> & { [minted]: true };

export const ownDependants = (actor: Actor<"PATIENT">): DependantScope =>
  ({ patientId: actor.userId }) as DependantScope;
