import type { SessionFacts } from "@amrutam/auth/sessions";
import type { Actor } from "@amrutam/domain/actor";
import type { Locale } from "@amrutam/domain/wire";
import type { Deps } from "./deps";

/** One request as procedures see it. */
export type Context = Readonly<{
  deps: Deps;
  /** Who calls, as the session row says right now; null for anonymous. */
  actor: Actor | null;
  session: SessionFacts | null;
  requestId: string;
  /** Taken from the socket, or from X-Forwarded-For behind trusted proxies only. */
  clientAddress: string;
  userAgent: string;
  /** What a browser shows to be counted apart from strangers when it signs in (`ResolvedRequest.deviceToken`). */
  deviceToken?: string | null;
  locale: Locale;
}>;

/** The context of a procedure whose policy names roles. */
export type ActorContext<A extends Actor = Actor> = Omit<Context, "actor" | "session"> &
  Readonly<{ actor: A; session: SessionFacts }>;
