import type { IncomingMessage, ServerResponse } from "node:http";
import type { Call } from "./call";
import { PAGE_REQUEST_HEADER, type PageRequest, type PageRequests } from "./page-requests";
import { refuseMethod } from "./refuse-method";
import { newNonce, pagePolicy } from "./security-headers";

/** Renders a page or serves an asset; Next's request handler is one. */
export type Pages = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type PageMeans = Readonly<{
  pages: Pages;
  pageRequests: PageRequests;
  /** Canonical public origin. */
  origin: URL;
  isDev: boolean;
}>;

const DEFAULT_ZONE = "Asia/Kolkata";
const ASSETS = "/_next/";

/** Headers by which a framework's parts talk among themselves; from outside they are attempts to be mistaken for one. */
const INTERNAL =
  /^x-(amrutam-|middleware-|invoke-|now-|vercel-|prerender-|matched-path|nextjs-|forwarded-|action-)/;

function replaceInternalHeaders(req: IncomingMessage, { origin, isDev }: PageMeans): void {
  for (const name of Object.keys(req.headers)) {
    if (INTERNAL.test(name) && !(isDev && name.startsWith("x-nextjs-"))) delete req.headers[name];
  }
  delete req.headers["next-action"];
  // Whatever Host said, links and redirects name the canonical origin.
  req.headers["x-forwarded-host"] = origin.host;
  req.headers["x-forwarded-proto"] = origin.protocol.slice(0, -1);
}

/** A page whose data could not be had answers 503 and not 500: whoever waits may come again. */
function turnIntoUnavailable(res: ServerResponse, request: PageRequest): void {
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse;
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    const isAway = status === 500 && request.isUnavailable;
    if (isAway) res.setHeader("retry-after", 5);
    return writeHead(isAway ? 503 : status, ...rest);
  }) as typeof res.writeHead;
}

/**
 * Hands a request to the pages, after asking who is calling (pages can't set cookies, so a due rotation happens here).
 * Pages only read: everything that changes something is a procedure. @throws Refused request.method_not_allowed
 */
export async function servePage(means: PageMeans, { req, res, facts, context }: Call): Promise<void> {
  if (req.method !== "GET" && req.method !== "HEAD") refuseMethod(res, "GET, HEAD");
  replaceInternalHeaders(req, means);
  if (facts.path.startsWith(ASSETS) && !facts.path.startsWith("/_next/data")) return means.pages(req, res);

  const ctx = await context();
  const nonce = newNonce();
  const policy = pagePolicy({ nonce, isSecure: means.origin.protocol === "https:", isDev: means.isDev });
  const request: PageRequest = {
    context: ctx,
    nonce,
    location: facts.query ? `${facts.path}?${facts.query}` : facts.path,
    timezone: ctx.session?.timezone ?? facts.timezone ?? DEFAULT_ZONE,
    browserZone: facts.timezone,
    isUnavailable: false,
  };
  means.pageRequests.set(facts.requestId, request);
  res.once("close", () => means.pageRequests.delete(facts.requestId));
  turnIntoUnavailable(res, request);
  res.setHeader("content-security-policy", policy);
  res.setHeader("cache-control", "private, no-store");
  // Next finds the nonce for its own scripts in the request's policy.
  req.headers["content-security-policy"] = policy;
  req.headers[PAGE_REQUEST_HEADER] = facts.requestId;
  await means.pages(req, res);
}
