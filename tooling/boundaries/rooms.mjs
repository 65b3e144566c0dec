/**
 * Who may import whom: docs/architecture.md's table as data. A room is a folder; `mayImport` names other rooms.
 * Tests of a room may besides use `testing` and `adapters`, whose local providers are the fakes.
 */
export const PACKAGES = {
  domain: [],
  ports: ["domain"],
  db: ["domain", "ports"],
  auth: ["domain", "ports", "db"],
  messages: ["domain"],
  api: ["domain", "ports", "db", "auth", "messages"],
  mail: ["domain", "messages"],
  documents: ["domain", "messages"],
  adapters: ["domain", "ports", "messages", "mail", "documents"],
  ui: [],
  client: ["domain", "messages"],
  account: ["domain", "messages", "client", "ui"],
  testing: ["domain", "ports", "db", "adapters"],
};

/** What an app's screens and routes may import, beside their own app. */
export const SCREENS = ["domain", "messages", "client", "account", "ui"];

/** The domain's whole outside world. */
export const DOMAIN_LIBRARIES = ["zod", "temporal-polyfill"];

/** Rooms that import what they need and that nothing imports. */
export const ENDS = ["apps/worker", "tooling", "e2e", "bench"];

/** How the apps are built: for the build files at their roots, never for their sources. */
export const BUILD_CONFIG = "^tooling/config/";

/** The only modules of api that a browser may know, and only their types. */
export const ROUTERS = "^packages/api/src/(web|admin)-router[.]ts$";
