import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AnyRouter } from "@trpc/server";
import type { Deps } from "../deps";
import { Refused, toPublicError } from "../errors";
import { logWhenDone } from "./access-log";
import { guardBrowserWrite } from "./browser-write";
import { type Call, newCall, type Route } from "./call";
import type { TrustedProxies } from "./client-address";
import { compress } from "./compress";
import { admitForeignPage, type CorsOrigins, isPreflight, replyPreflight } from "./cors";
import type { Lifecycle } from "./lifecycle";
import { replyMetrics } from "./metrics-reply";
import { type PageMeans, servePage } from "./page-route";
import { replyHealth, replyReady, unreadyReasons } from "./probes";
import { discardBody, guardBodySize } from "./read-body";
import { replyRefusalPage, wantsPage } from "./refusal-page";
import { replyRefusal } from "./refusal-reply";
import { refuseMethod } from "./refuse-method";
import { type RequestFacts, requestFacts } from "./request-facts";
import { setSecurityHeaders } from "./security-headers";
import { trpcRoute } from "./trpc-route";

export type AppServerOptions = PageMeans &
  Readonly<{
    deps: Deps;
    router: AnyRouter;
    /** Beside tRPC and the probes, e.g. next-auth, REST, webhooks; the first whose prefix fits. */
    routes: readonly Route[];
    trustedProxies: TrustedProxies;
    /** Pages elsewhere that may call the REST API; none by default. */
    corsOrigins?: CorsOrigins;
    /** Bearer token for /api/metrics from elsewhere; null: this machine only. */
    metricsToken: string | null;
    lifecycle: Lifecycle;
    /** What start-up still waits for; shown by /api/ready. */
    waiting: () => readonly string[];
  }>;

const PROBES = new Set(["/api/health", "/api/ready", "/api/metrics"]);

/** Milliseconds; a caller that is slower than this is cut off. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 30_000;

/** The one server of an app: probes, tRPC and other routes go straight to their handlers, everything else is a page. */
export function appServer(options: AppServerOptions): Server {
  const routes = [trpcRoute(options.router), ...options.routes];
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, (req, res) => {
    void serve(options, routes, req, res);
  });
  server.keepAliveTimeout = 65_000;
  return server;
}

async function serve(
  options: AppServerOptions,
  routes: readonly Route[],
  req: IncomingMessage,
  res: ServerResponse,
) {
  const { deps, origin, lifecycle } = options;
  const facts = requestFacts(req, deps.ids, options.trustedProxies);
  const entry = {};
  res.setHeader("x-request-id", facts.requestId);
  setSecurityHeaders(res, origin.protocol === "https:");
  if (lifecycle.isDraining) res.setHeader("connection", "close");
  logWhenDone(deps.log, req, res, facts, entry);
  compress(req, res);
  try {
    await dispatch(options, routes, newCall(deps, origin.protocol === "https:", req, res, facts, entry));
  } catch (error) {
    await refuse(deps, req, res, facts, error);
  }
}

async function dispatch(options: AppServerOptions, routes: readonly Route[], call: Call): Promise<void> {
  const { req, res, facts } = call;
  if (PROBES.has(facts.path) && req.method !== "GET" && req.method !== "HEAD") refuseMethod(res, "GET, HEAD");
  if (facts.path === "/api/health") return replyHealth(res);
  if (facts.path === "/api/ready") {
    const { pool } = options.deps.db;
    return replyReady(res, await unreadyReasons(pool, options.lifecycle, options.waiting));
  }
  if (facts.path === "/api/metrics") return replyMetrics(req, res, options.metricsToken);

  const route = routes.find(({ prefix }) => facts.path === prefix || facts.path.startsWith(`${prefix}/`));
  const isAdmitted = admitForeignPage(req, res, facts.path, options.corsOrigins ?? new Set());
  if (isAdmitted && isPreflight(req)) return replyPreflight(res);
  if (!route?.isUnguarded) guardBrowserWrite(req, options.origin.origin, isAdmitted, route?.takes);
  if (!route?.takes) guardBodySize(req);
  if (route) {
    res.setHeader("cache-control", "no-store");
    return route.handle(call);
  }
  if (facts.path.startsWith("/api/")) throw new Refused("not_found");
  return servePage(options, call);
}

async function refuse(
  deps: Deps,
  req: IncomingMessage,
  res: ServerResponse,
  facts: RequestFacts,
  error: unknown,
) {
  const refusal = toPublicError(error);
  if (refusal.status >= 500) {
    const { requestId } = facts;
    deps.log.error({ requestId, code: refusal.code, err: error }, "a request failed");
  }
  await discardBody(req);
  if (res.headersSent) res.destroy();
  else if (wantsPage(req, facts)) replyRefusalPage(res, refusal, facts);
  else replyRefusal(res, refusal, facts);
}
