import { FILES, MAILBOX } from "./paths.mjs";

/**
 * The environment of web, admin and worker: what the caller set, and for the rest this checkout's defaults. Their
 * own schemas check it.
 * @param {{ database: { urls: Record<string, string>, isEmbedded: boolean }, ports: { web: number, admin: number, worker: number }, secrets: Record<string, string>, mode: "production" | "development" }} what
 */
export function programEnv({ database, ports, secrets, mode }) {
  const defaults = {
    WEB_ORIGIN: `http://localhost:${ports.web}`,
    ADMIN_ORIGIN: `http://localhost:${ports.admin}`,
    MAILBOX_DIR: MAILBOX,
    FILES_DIR: FILES,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const fixed = {
    ...database.urls,
    ...secrets,
    WEB_PORT: String(ports.web),
    ADMIN_PORT: String(ports.admin),
    WORKER_PORT: String(ports.worker),
    // Demo accounts and relaxed limits are allowed only on a database that cannot be anyone's real one.
    DATABASE_IS_EMBEDDED: String(database.isEmbedded),
    NODE_ENV: mode,
  };
  return { ...defaults, ...withoutEmpty(process.env), ...fixed };
}

/** What one program must not know: the other app's secret, other programs' logins. */
const HIDDEN = {
  web: ["AUTH_SECRET_ADMIN", "WORKER_DATABASE_URL", "MIGRATION_DATABASE_URL"],
  admin: ["AUTH_SECRET_WEB", "WORKER_DATABASE_URL", "MIGRATION_DATABASE_URL"],
  worker: [
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
    "AUTH_SECRET_WEB",
    "AUTH_SECRET_ADMIN",
    "MIGRATION_DATABASE_URL",
  ],
};

/** One program's part of the environment. @param {"web" | "admin" | "worker"} program */
export const envFor = (program, env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !HIDDEN[program].includes(name)));

const withoutEmpty = (env) => Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
