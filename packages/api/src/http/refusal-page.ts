import type { IncomingMessage, ServerResponse } from "node:http";
import { sayRefusal } from "@amrutam/messages/say-refusal";
import type { PublicError } from "../errors";
import { retryAfterSec } from "./refusal-reply";
import type { RequestFacts } from "./request-facts";

/** Does somebody sit before a browser and wait for a page? */
export const wantsPage = (req: IncomingMessage, facts: RequestFacts): boolean =>
  !facts.path.startsWith("/api/") && /\btext\/html\b/.test(req.headers.accept ?? "");

/** A page that needs nothing that may be broken: the sentence, the way to try again, and the number to ask with. */
export function replyRefusalPage(res: ServerResponse, error: PublicError, facts: RequestFacts): void {
  const sentence = sayRefusal(facts.locale, error.code, error.details);
  const retry = retryAfterSec(error);
  if (retry !== undefined) res.setHeader("retry-after", retry);
  res.setHeader("cache-control", "no-store");
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.statusCode = error.status;
  res.end(`<!doctype html>
<html lang="${facts.locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${sentence}</title>
<h1>${sentence}</h1>
<p><a href="">↻</a></p>
<p><small>${facts.requestId}</small></p>
</html>`);
}
