import type { ServerResponse } from "node:http";
import { sayRefusal } from "@amrutam/messages/say-refusal";
import type { PublicError } from "../errors";
import type { RequestFacts } from "./request-facts";

/** Seconds to wait before a database that is away is asked again. */
const RETRY_SEC = 5;

/** Value of Retry-After for a refusal that time will heal; undefined for the others. */
export function retryAfterSec({
  status,
  details,
}: Pick<PublicError, "status" | "details">): number | undefined {
  const told = details?.retryAfterSec;
  if (typeof told === "number") return told;
  return status === 503 ? RETRY_SEC : undefined;
}

/** `{ error: { code, message, requestId, fields?, details? } }`, as every road but tRPC's answers a refusal. */
export function replyRefusal(res: ServerResponse, error: PublicError, facts: RequestFacts): void {
  const { code, status, fields, details } = error;
  const message = sayRefusal(facts.locale, code, details);
  const retry = retryAfterSec(error);
  if (retry !== undefined) res.setHeader("retry-after", retry);
  res.setHeader("cache-control", "no-store");
  res.setHeader("content-type", "application/json; charset=utf-8");
  res.statusCode = status;
  res.end(JSON.stringify({ error: { code, message, requestId: facts.requestId, fields, details } }));
}
