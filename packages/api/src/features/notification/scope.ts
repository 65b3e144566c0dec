import type { Actor } from "@amrutam/domain/actor";

declare const minted: unique symbol;

/** Whose inbox and wishes a statement may touch: the caller's own. Only this file can make one. */
export type InboxScope = Readonly<{ userId: string }> & { readonly [minted]: true };

export const ownInbox = ({ userId }: Actor): InboxScope => ({ userId }) as InboxScope;
