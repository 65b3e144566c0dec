import type { Database } from "@amrutam/db/client";
import type { Role } from "@amrutam/domain/actor";
import type { Calendars } from "@amrutam/ports/calendars";
import type { Clock } from "@amrutam/ports/clock";
import type { Documents } from "@amrutam/ports/documents";
import type { Files } from "@amrutam/ports/files";
import type { Ids } from "@amrutam/ports/ids";
import type { Keys } from "@amrutam/ports/keys";
import type { Payments } from "@amrutam/ports/payments";
import type { Pictures } from "@amrutam/ports/pictures";
import type { Places } from "@amrutam/ports/places";
import type { Logger } from "pino";
import type { RateLimits } from "./rate-limit";

/** Which of the two apps this process serves. Tokens, cookies and routers of one are nothing to the other. */
export type Audience = "WEB" | "ADMIN";

/** Roles each app lets in. */
export const AUDIENCE_ROLES = {
  WEB: ["PATIENT", "DOCTOR"],
  ADMIN: ["ADMIN", "SUPPORT"],
} as const satisfies Record<Audience, readonly Role[]>;

/** What use cases are given by the composition root; ports and the database, nothing that knows HTTP. */
export type Deps = Readonly<{
  audience: Audience;
  /** This app's canonical public origin: passkeys belong to it, whatever a request says of itself. */
  origin: URL;
  db: Database;
  keys: Keys;
  clock: Clock;
  ids: Ids;
  payments: Payments;
  documents: Documents;
  calendars: Calendars;
  files: Files;
  pictures: Pictures;
  places: Places;
  limits: RateLimits;
  /** HMAC secret of each app's access tokens and of links sent by mail. */
  secrets: Readonly<{ access: Record<Audience, string>; links: string }>;
  log: Logger;
}>;
