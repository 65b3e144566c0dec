import type { ServerResponse } from "node:http";
import { resolveRequest } from "@amrutam/auth/resolve-request";
import { actorOf } from "@amrutam/auth/sessions";
import { isStaff } from "@amrutam/domain/actor";
import type { StreamEvent } from "@amrutam/domain/realtime/events";
import * as z from "zod";
import type { Deps } from "../deps";
import { Refused } from "../errors";
import type { Limit } from "../policy";
import type { Call, Route } from "./call";
import type { EventHub } from "./event-hub";

/** Streams of one person in one process: as many windows as anybody looks at. */
export const STREAMS_PER_PERSON = 10;
const OPENINGS: Limit = { points: 120, windowSec: 60 };

/** Milliseconds between two signs of life, shorter than the patience of proxies; and before a client comes again. */
const BEAT_MS = 20_000;
const RETRY_MS = 2_000;
/** Bytes that may wait for a client who doesn't read. */
const UNREAD = 64 * 1024;

const block = (event: StreamEvent, place: string, data: object) =>
  `event: ${event}\nid: ${place}\ndata: ${JSON.stringify(data)}\n\n`;

/** The place a client was at (Last-Event-ID), also in the query for one that opens a new stream; null at its first. */
function placeOf({ req, facts }: Call): string | null {
  const given = req.headers["last-event-id"] ?? new URLSearchParams(facts.query).get("lastEventId");
  return z.uuid().safeParse(given).data ?? null;
}

/** Another page of this site, or another site, may not hold streams open with our cookies. */
const isForeignPage = ({ req }: Call) =>
  req.headers.authorization === undefined &&
  ["same-site", "cross-site"].includes(String(req.headers["sec-fetch-site"]));

/** Who asks, without counting as use of the session: an open page alone keeps nobody signed in. @throws Refused */
async function admit(deps: Deps, isSecure: boolean, call: Call) {
  const { req, res, facts } = call;
  if (isForeignPage(call)) throw new Refused("request.cross_site");
  const resolved = await resolveRequest({ ...deps, isSecure }, req.headers, facts.requestId, true);
  if (resolved.setCookie.length > 0) res.appendHeader("set-cookie", resolved.setCookie);
  const { session, tokenEndsMs } = resolved;
  if (!session || tokenEndsMs === null) throw new Refused("auth.unauthenticated");
  const actor = actorOf(session);
  if (isStaff(actor) && actor.aal < 2) throw new Refused("auth.second_factor_required");
  await deps.limits.consume("events", OPENINGS, actor.userId);
  return { session, tokenEndsMs };
}

function begin(res: ServerResponse): void {
  res.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store, no-transform",
    // nginx would keep events back until a buffer is full.
    "x-accel-buffering": "no",
  });
  res.write(`retry: ${RETRY_MS}\n\n`);
}

/** `GET /api/events`: what concerns the caller, as it happens, for as long as token and session live (WHATWG SSE). */
export const eventsRoute = (deps: Deps, origin: URL, hub: EventHub): Route => ({
  prefix: "/api/events",
  async handle(call) {
    const { req, res } = call;
    if (call.facts.path !== "/api/events") throw new Refused("not_found");
    if (req.method !== "GET") throw new Refused("request.method_not_allowed");
    if (hub.isClosed) throw new Refused("service.unavailable");
    const { session, tokenEndsMs } = await admit(deps, origin.protocol === "https:", call);
    const { userId, sessionId, role } = session;
    if (hub.countOf(userId) >= STREAMS_PER_PERSON) throw new Refused("rate.limited", { retryAfterSec: 30 });
    if (res.destroyed) return;

    begin(res);
    let place = "";
    const write = (text: string) => {
      if (res.writableLength > UNREAD) res.destroy();
      else if (!res.writableEnded) res.write(text);
    };
    const end = (isOver: boolean) => {
      if (isOver) write(block("session-ended", place, {}));
      res.end();
    };
    const beat = setInterval(() => write(":\n\n"), BEAT_MS);
    const sessionEndsMs = session.expiresAt.getTime();
    const lifeMs = Math.min(tokenEndsMs, sessionEndsMs) - deps.clock.now().getTime();
    const expiry = setTimeout(() => end(sessionEndsMs <= tokenEndsMs), Math.max(0, lifeMs));
    const release = hub.open(
      {
        userId,
        sessionId,
        role,
        tell({ id, type, subjectId }) {
          if (type === "account.changed") return;
          place = id;
          write(block(type, id, { id: subjectId }));
        },
        note(note, at) {
          place = at;
          write(block(note, at, {}));
        },
        end,
      },
      placeOf(call),
    );
    res.once("close", () => {
      clearInterval(beat);
      clearTimeout(expiry);
      release();
    });
  },
});
