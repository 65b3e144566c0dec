import type { ServerResponse } from "node:http";
import type { RefusalCode } from "@amrutam/domain/refusals";
import { messagesOf } from "@amrutam/messages/catalog";
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

/** The sentence for a code in the reader's language. */
export function sentenceOf(code: RefusalCode, locale: RequestFacts["locale"]): string {
  const sentences: Readonly<Record<string, string>> = messagesOf(locale).refusals;
  return sentences[code.replaceAll(".", "_")] ?? code;
}

/** `{ error: { code, message, requestId, fields?, details? } }`, as every road but tRPC's answers a refusal. */
export function replyRefusal(res: ServerResponse, error: PublicError, facts: RequestFacts): void {
  const { code, status, fields, details } = error;
  const message = sentenceOf(code, facts.locale);
  const retry = retryAfterSec(error);
  if (retry !== undefined) res.setHeader("retry-after", retry);
  res.setHeader("cache-control", "no-store");
  res.setHeader("content-type", "application/json; charset=utf-8");
  res.statusCode = status;
  res.end(JSON.stringify({ error: { code, message, requestId: facts.requestId, fields, details } }));
}
