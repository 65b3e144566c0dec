import type { IncomingMessage, ServerResponse } from "node:http";

/** Origins, each exactly as browsers write it, whose pages may call the REST API with a bearer token. */
export type CorsOrigins = ReadonlySet<string>;

/** Below this, callers prove themselves by a token of their own; everything else is for our own pages. */
const OPEN_TO_PAGES = "/api/v1/";
const PREFLIGHT_SEC = 600;

/**
 * Is this a call from a page that was let in by configuration? Then its answer may be read there, and its cookies are
 * dropped unread: a page elsewhere acts by the token it holds, never by who happens to be signed in here (no
 * `Access-Control-Allow-Credentials`, Fetch Standard 3.3).
 */
export function admitForeignPage(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  origins: CorsOrigins,
): boolean {
  if (origins.size === 0 || !path.startsWith(OPEN_TO_PAGES)) return false;
  res.appendHeader("vary", "Origin");
  const { origin } = req.headers;
  if (origin === undefined || !origins.has(origin)) return false;
  delete req.headers.cookie;
  res.setHeader("access-control-allow-origin", origin);
  res.setHeader("access-control-expose-headers", "x-request-id, retry-after");
  return true;
}

export const isPreflight = (req: IncomingMessage): boolean =>
  req.method === "OPTIONS" && req.headers["access-control-request-method"] !== undefined;

/** What an admitted page may send. */
export function replyPreflight(res: ServerResponse): void {
  res.setHeader("access-control-allow-methods", "GET, POST, PUT, PATCH, DELETE");
  res.setHeader("access-control-allow-headers", "authorization, content-type, idempotency-key");
  res.setHeader("access-control-max-age", PREFLIGHT_SEC);
  res.writeHead(204).end();
}
