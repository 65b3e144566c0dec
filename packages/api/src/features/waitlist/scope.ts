import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose places in queues a statement may touch; only this file can make one. */
export type WaitlistScope = Readonly<{ patientId: string }> & { [minted]: true };

export const ownWaiting = (actor: Actor<"PATIENT">): WaitlistScope =>
  ({ patientId: actor.userId }) as WaitlistScope;
