import type { Actor } from "@amrutam/domain/actor";

declare const everything: unique symbol;

/** Proof that staff of the console is asking: their lists have no owner in the `where`. Only {@link consoleScope} mints it. */
export type ConsoleScope = Readonly<{ [everything]: true; staffId: string }>;

export const consoleScope = (actor: Actor<"ADMIN" | "SUPPORT">): ConsoleScope =>
  ({ staffId: actor.userId }) as ConsoleScope;
