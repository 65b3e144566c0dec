import { randomBytes } from "node:crypto";
import { icsCalendars } from "@amrutam/adapters/calendars/ics-calendars";
import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { pdfDocuments } from "@amrutam/adapters/documents/pdf-documents";
import { filesOf } from "@amrutam/adapters/files/files-of";
import { uuidV7 } from "@amrutam/adapters/ids/uuid-v7";
import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";
import { localPayments } from "@amrutam/adapters/payments/local-payments";
import { sharpPictures } from "@amrutam/adapters/pictures/sharp-pictures";
import { registryPlaces } from "@amrutam/adapters/places/registry-places";
import { postgresRealtime } from "@amrutam/adapters/realtime/postgres-realtime";
import type { Deps } from "@amrutam/api/deps";
import { callerOfPages } from "@amrutam/api/http/page-caller";
import type { PageRequest, PageRequests } from "@amrutam/api/http/page-requests";
import { createCallerFactory } from "@amrutam/api/procedure";
import { rateLimits } from "@amrutam/api/rate-limit";
import { webRouter } from "@amrutam/api/web-router";
import { openDatabase } from "@amrutam/db/client";
import type { Logger } from "pino";
import type { Environment } from "./env";

const createCaller = createCallerFactory(webRouter);

/** Joins ports and providers; once per process. */
export function compose(env: Environment, log: Logger) {
  const db = openDatabase({
    url: env.DATABASE_URL,
    max: env.DATABASE_POOL_MAX,
    applicationName: "amrutam-web",
  });
  const deps: Deps = {
    audience: "WEB",
    origin: env.WEB_ORIGIN,
    db,
    keys: environmentKeys(env.PHI_MASTER_KEYS),
    clock: systemClock,
    ids: uuidV7(systemClock),
    payments: localPayments(),
    documents: pdfDocuments,
    calendars: icsCalendars,
    files: filesOf(env),
    pictures: sharpPictures(),
    places: registryPlaces(),
    limits: rateLimits(db.pool, env.RATE_LIMIT_SCALE),
    // The console's tokens are nothing to this process: it doesn't even know their secret.
    secrets: {
      access: { WEB: env.AUTH_SECRET_WEB, ADMIN: randomBytes(48).toString("base64url") },
      links: env.LINK_SECRET,
    },
    log,
  };
  const pageRequests: PageRequests = new Map();
  return {
    deps,
    realtime: postgresRealtime({
      url: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL,
      applicationName: "amrutam-web",
    }),
    pageRequests,
    grievanceEmail: env.GRIEVANCE_EMAIL,
    /** Procedures as the pages of one request call them, in this process. */
    apiOf: (request: PageRequest) => createCaller(request.context, callerOfPages(request)),
  };
}

export type Container = ReturnType<typeof compose>;
