import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose sessions a statement may touch: the caller's own. Only this file can make one. */
export type SessionScope = Readonly<{ userId: string; currentId: string }> & { readonly [minted]: true };

export const ownSessions = ({ userId, sessionId }: Actor): SessionScope =>
  ({ userId, currentId: sessionId }) as SessionScope;
