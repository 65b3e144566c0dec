import type { IncomingMessage, ServerResponse } from "node:http";
import { type ResolvedRequest, resolveRequest } from "@amrutam/auth/resolve-request";
import { actorOf } from "@amrutam/auth/sessions";
import type { Context } from "../context";
import type { Deps } from "../deps";
import type { LogEntry } from "./access-log";
import { isPassive } from "./is-passive";
import type { RequestFacts } from "./request-facts";

/** One request on its way through a route. */
export type Call = Readonly<{
  req: IncomingMessage;
  res: ServerResponse;
  facts: RequestFacts;
  /**
   * Asks the session's row, once, who is calling, and lets renewed cookies go out with the answer.
   * @throws what the database throws
   */
  context(): Promise<Context>;
}>;

/** A part of the path space with a handler of its own. */
export type Route = Readonly<{
  /** `/api/v1` takes that path and everything below it. */
  prefix: `/${string}`;
  /** Without the guard of browser writes: for callers that prove themselves otherwise (signed webhooks). */
  isUnguarded?: true;
  /** What bodies are declared as, where they aren't JSON; no form of a foreign page can be among them. The route bounds them itself. */
  takes?: RegExp;
  handle(call: Call): Promise<void>;
}>;

/** What every procedure finds in `ctx`. */
export const contextOf = (deps: Deps, facts: RequestFacts, resolved: ResolvedRequest): Context => ({
  deps,
  actor: resolved.session ? actorOf(resolved.session) : null,
  session: resolved.session,
  requestId: facts.requestId,
  clientAddress: facts.clientAddress,
  userAgent: facts.userAgent,
  deviceToken: resolved.deviceToken,
  locale: facts.locale,
});

/** @param entry learns whose call it was, for the log */
export function newCall(
  deps: Deps,
  isSecure: boolean,
  req: IncomingMessage,
  res: ServerResponse,
  facts: RequestFacts,
  entry: LogEntry,
): Call {
  let context: Promise<Context> | undefined;
  const resolve = async () => {
    const means = { ...deps, isSecure };
    const resolved = await resolveRequest(means, req.headers, facts.requestId, isPassive(req, facts));
    if (resolved.setCookie.length > 0) res.appendHeader("set-cookie", resolved.setCookie);
    if (resolved.session) entry.actorId = resolved.session.userId;
    return contextOf(deps, facts, resolved);
  };
  return {
    req,
    res,
    facts,
    context() {
      context ??= resolve();
      return context;
    },
  };
}
