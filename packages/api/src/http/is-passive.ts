import type { IncomingMessage } from "node:http";
import type { PolicyName } from "../policy";
import type { RequestFacts } from "./request-facts";

const CALLS = "/api/trpc/";

/** What pages ask by themselves when they hear of news. */
const ASKED_BY_PAGES: ReadonlySet<string> = new Set<PolicyName>(["notification.unread"]);

/** Path and query as a person sees them: the framework adds a parameter of its own to what it fetches. */
function placeOf(address: string): string | null {
  if (!URL.canParse(address, "http://here.invalid")) return null;
  const { pathname, searchParams } = new URL(address, "http://here.invalid");
  searchParams.delete("_rsc");
  return `${pathname}?${searchParams}`;
}

/** A page that fetches itself anew, because time has passed or something was heard, or beforehand what its links lead to. */
const isOfPage = ({ headers, url = "/" }: IncomingMessage): boolean =>
  headers.rsc !== undefined &&
  (headers["next-router-prefetch"] !== undefined ||
    (headers.referer !== undefined && placeOf(headers.referer) === placeOf(url)));

/**
 * Did a page ask, and not a person? Such a request only looks at the session: a page left open keeps nobody signed in
 * (session-limits). Who claims it wrongly only ends the own session sooner.
 */
export const isPassive = (req: IncomingMessage, { path }: Pick<RequestFacts, "path">): boolean =>
  path.startsWith(CALLS)
    ? path
        .slice(CALLS.length)
        .split(",")
        .every((name) => ASKED_BY_PAGES.has(name))
    : isOfPage(req);
