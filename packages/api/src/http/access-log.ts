import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { POLICIES } from "../policy";
import type { RequestFacts } from "./request-facts";

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const WORD = /^(v1|[a-z_][a-z-]{0,30}|)$/;

const folded = (part: string): string => {
  if (WORD.test(part)) return part;
  if (ID.test(part)) return ":id";
  return part.split(",").every((name) => Object.hasOwn(POLICIES, name)) ? part : ":other";
};

/** A path as the log may hold it: procedures and words of ours stay, ids and anything else are folded. */
export const routeOf = (path: string): string => path.split("/").slice(0, 8).map(folded).join("/");

/** Fields that are known only later in the request. */
export type LogEntry = { actorId?: string };

/** Writes one line when the answer is out or the caller is gone (status 499). Never bodies, never queries. */
export function logWhenDone(
  log: Logger,
  req: IncomingMessage,
  res: ServerResponse,
  facts: RequestFacts,
  entry: LogEntry,
): void {
  const startedAt = process.hrtime.bigint();
  res.once("close", () => {
    const status = res.writableFinished ? res.statusCode : 499;
    const level = status >= 500 ? "warn" : facts.path.startsWith("/_next/") ? "debug" : "info";
    if (!log.isLevelEnabled(level)) return;
    const ms = Math.round(Number(process.hrtime.bigint() - startedAt) / 1e5) / 10;
    const line = {
      requestId: facts.requestId,
      method: req.method,
      route: routeOf(facts.path),
      status,
      ms,
      ...entry,
    };
    log[level](line, "request");
  });
}
