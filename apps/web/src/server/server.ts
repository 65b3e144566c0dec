import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { appServer } from "@amrutam/api/http/app-server";
import { authRoute } from "@amrutam/api/http/auth-route";
import { calendarRoute } from "@amrutam/api/http/calendar-route";
import { eventHub } from "@amrutam/api/http/event-hub";
import { eventsRoute } from "@amrutam/api/http/events-route";
import { keepContainer } from "@amrutam/api/http/kept-container";
import type { Lifecycle } from "@amrutam/api/http/lifecycle";
import { mediaRoute } from "@amrutam/api/http/media-route";
import { photoRoute } from "@amrutam/api/http/photo-route";
import { preferencesRoute } from "@amrutam/api/http/preferences-route";
import { processLog } from "@amrutam/api/http/process-log";
import { runServer } from "@amrutam/api/http/run-server";
import { proveMasterKeys, startIn } from "@amrutam/api/http/start-up";
import { restRoute } from "@amrutam/api/rest/rest-route";
import { WEB_TITLE } from "@amrutam/api/rest/titles";
import { webRouter } from "@amrutam/api/web-router";
import next from "next";
import { compose } from "./container";
import { type Environment, loadEnvironment } from "./env";
import { mailboxRoutes } from "./mailbox-route";

/** Runs from src/server in development and from dist in production. */
const APP_DIR = fileURLToPath(new URL(import.meta.url.includes("/dist/") ? ".." : "../..", import.meta.url));

async function serve(env: Environment): Promise<void> {
  const log = processLog("web", env.LOG_LEVEL);
  const origin = env.WEB_ORIGIN;
  const isDev = env.NODE_ENV === "development";
  const container = compose(env, log);
  keepContainer("web", container);

  const { deps, realtime, pageRequests } = container;
  const waiting = proveMasterKeys(deps);
  const mailbox = env.SMTP_URL === undefined && env.MAILBOX_DIR ? resolve(env.MAILBOX_DIR) : null;
  // Next's configuration finds its files from the working directory, wherever the process was started.
  process.chdir(APP_DIR);
  const app = next({ dev: isDev, dir: APP_DIR, hostname: origin.hostname, port: env.WEB_PORT });
  await app.prepare();
  const hub = eventHub(deps, realtime);
  const lifecycle: Lifecycle = { isDraining: false, onDrain: () => hub.close() };
  const server = appServer({
    deps,
    router: webRouter,
    routes: [
      restRoute(webRouter, WEB_TITLE),
      authRoute(deps, origin),
      preferencesRoute(origin),
      photoRoute(webRouter),
      mediaRoute(deps.files),
      eventsRoute(deps, origin, hub),
      calendarRoute(deps),
      ...mailboxRoutes(mailbox),
    ],
    pages: app.getRequestHandler(),
    pageRequests,
    origin,
    isDev,
    trustedProxies: env.TRUSTED_PROXIES,
    corsOrigins: env.CORS_ORIGINS,
    metricsToken: env.METRICS_TOKEN ?? null,
    lifecycle,
    waiting,
  });
  if (mailbox) log.info("mail stays in the local mailbox: SMTP_URL is not set");
  log.info("payments are settled by the test provider");
  const close = async () => {
    await realtime.close();
    await deps.db.close();
  };
  runServer({ server, port: env.WEB_PORT, log, lifecycle, close });
}

await startIn(loadEnvironment, serve);
