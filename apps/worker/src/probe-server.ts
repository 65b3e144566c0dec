import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Lifecycle } from "@amrutam/api/http/lifecycle";
import { replyMetrics } from "@amrutam/api/http/metrics-reply";
import { replyHealth, replyReady, unreadyReasons } from "@amrutam/api/http/probes";
import type { Database } from "@amrutam/db/client";

type Options = Readonly<{
  db: Database;
  lifecycle: Lifecycle;
  metricsToken: string | null;
  /** Does the worker take jobs? */
  isStarted: () => boolean;
  /** seconds */
  lag: () => Promise<number>;
}>;

/** An event that waits longer than this means that the relay doesn't keep up. */
const MAX_LAG_S = 60;

/** The worker's only door: is it alive, is it ready, and how is it doing. */
export function probeServer(options: Options): Server {
  return createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (req, res) => {
    answer(options, req, res).catch(() => {
      if (!res.headersSent) res.statusCode = 404;
      res.end();
    });
  });
}

async function answer(options: Options, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = (req.url ?? "/").split("?")[0];
  if (path === "/api/health") return replyHealth(res);
  if (path === "/api/ready") {
    const reasons = await unreadyReasons(options.db.pool, options.lifecycle, () =>
      options.isStarted() ? [] : ["queue"],
    );
    const lag = reasons.includes("database") ? 0 : await options.lag().catch(() => Number.POSITIVE_INFINITY);
    return replyReady(res, lag > MAX_LAG_S ? [...reasons, "relay_lag"] : reasons);
  }
  if (path === "/api/metrics") return replyMetrics(req, res, options.metricsToken);
  res.statusCode = 404;
  res.end();
}
