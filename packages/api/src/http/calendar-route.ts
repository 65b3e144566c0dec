import { createHash } from "node:crypto";
import type { Deps } from "../deps";
import { Refused } from "../errors";
import { readFeed } from "../features/calendar/public";
import type { Limit } from "../policy";
import { networkOf } from "../rate-limit";
import type { Call, Route } from "./call";
import { refuseMethod } from "./refuse-method";

const PREFIX = "/calendar";
const ADDRESS = /^\/calendar\/([^/]+)\.ics$/;

/** One calendar asks a few times an hour. Services fetch those of thousands from one network. */
const PER_FEED: Limit = { points: 60, windowSec: 60 * 60 };
const PER_NETWORK: Limit = { points: 600, windowSec: 60 };

/** Weak: compressed or not it is the same calendar (RFC 9110, 8.8.1). */
const tagOf = (content: string) =>
  `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;

const hasTag = (header: string | undefined, tag: string): boolean =>
  header?.split(",").some((one) => one.trim() === tag || one.trim() === "*") ?? false;

/**
 * `GET /calendar/<token>.ics`: a private feed. The address is the proof, so no session is looked at, and an address that
 * leads nowhere is the same 404, whatever was there once.
 */
export const calendarRoute = (deps: Deps): Route => ({
  prefix: PREFIX,
  async handle({ req, res, facts }: Call) {
    if (req.method !== "GET" && req.method !== "HEAD") refuseMethod(res, "GET, HEAD");
    await deps.limits.consume("calendar.network", PER_NETWORK, networkOf(facts.clientAddress));
    const [, token] = ADDRESS.exec(facts.path) ?? [];
    const content = token === undefined ? null : await readFeed(deps, token, facts.requestId);
    if (token === undefined || content === null) throw new Refused("not_found");
    await deps.limits.consume("calendar.feed", PER_FEED, token);
    const tag = tagOf(content);
    res.setHeader("etag", tag);
    // Kept by whoever fetched it and nobody between, and asked for again each time.
    res.setHeader("cache-control", "private, no-cache");
    res.setHeader("x-robots-tag", "noindex, nofollow");
    res.setHeader("content-type", "text/calendar; charset=utf-8");
    if (hasTag(req.headers["if-none-match"], tag)) res.writeHead(304).end();
    else res.end(req.method === "HEAD" ? undefined : content);
  },
});
