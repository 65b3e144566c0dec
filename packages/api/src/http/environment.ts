import * as z from "zod";
import { parseTrustedProxies } from "./client-address";
import type { CorsOrigins } from "./cors";
import { LOG_LEVELS } from "./process-log";

/**
 * Environment variables that more than one process knows; each process's own schema picks from these. An empty one
 * counts as absent. Descriptions go into .env.example and the README.
 */

export const port = (fallback: number) =>
  z.coerce.number().int().min(1).max(65_535).default(fallback).describe("Port to listen on.");

/** @throws Error naming the first entry that is no origin as browsers write it */
function parseOrigins(list: string): CorsOrigins {
  const entries = list
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  for (const entry of entries)
    if (!/^https?:\/\//.test(entry) || !URL.canParse(entry) || new URL(entry).origin !== entry)
      throw new Error(`"${entry}" is not an origin: scheme, host and port only`);
  return new Set(entries);
}

/** `https://clinic.example`: scheme, host and port, nothing after it. */
export const origin = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const url = new URL(text);
  if (url.href === `${url.origin}/`) return url;
  context.addIssue({ code: "custom", message: "must be an origin: scheme, host and port only" });
  return z.NEVER;
});

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a postgresql:// address (npm start sets it by itself)",
});

/** Of the role amrutam_app. */
export const databaseUrl = postgresUrl.describe(
  "PostgreSQL as the role amrutam_app; a pooler may stand in between. Without it, npm start runs a database of its own.",
);

/** Of the role amrutam_app, where the server itself and no pooler answers: LISTEN needs a connection of its own. */
export const directDatabaseUrl = postgresUrl
  .optional()
  .describe(
    "PostgreSQL without the pooler, for hearing at once of sessions that end, and for the worker where WORKER_DATABASE_URL is not set. Default: DATABASE_URL.",
  );

/** Of the role amrutam_worker. */
export const workerDatabaseUrl = postgresUrl.describe(
  "PostgreSQL as the role amrutam_worker. Direct, not through a pooler: the queue listens, and a lock tells that the process is alive.",
);

/** At least 32 characters, as of `openssl rand -base64 48`. */
export const secret = z.string().min(32, "must have at least 32 random characters");

/** Tokens of links in mails are made from it. */
export const linkSecret = secret.describe(
  "Makes the tokens of links in mails; the same in all processes. At least 32 random characters.",
);

export const metricsToken = secret
  .optional()
  .describe("Bearer token for /api/metrics; without it only this machine may read them.");

/** Of the local mailer. */
export const mailboxDir = z
  .string()
  .optional()
  .describe(
    "Folder in which the local mailer keeps messages; shown at /dev/mailbox while SMTP_URL is not set.",
  );

/** Where uploaded files are kept: a bucket when one is named, else a folder that the processes of this machine share. */
export const files = {
  FILES_DIR: z
    .string()
    .default(".data/files")
    .describe("Folder for uploaded files, shared by web and console; not used while S3_ENDPOINT is set."),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "Store for uploaded files that speaks S3; needed as soon as web runs on more than one machine.",
    ),
  S3_REGION: z.string().default("us-east-1").describe("Region that requests to the store are signed for."),
  S3_BUCKET: z.string().optional().describe("Bucket for uploaded files; private, nobody else reads it."),
  S3_ACCESS_KEY_ID: z.string().optional().describe("May put, get and delete objects of that bucket."),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe("Signs the requests to the store."),
};

/** A store is named with all that it needs, or not at all. */
export const isStoreWhole = (env: {
  S3_ENDPOINT?: string;
  S3_BUCKET?: string;
  S3_ACCESS_KEY_ID?: string;
  S3_SECRET_ACCESS_KEY?: string;
}) => {
  const parts = [env.S3_ENDPOINT, env.S3_BUCKET, env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY];
  return new Set(parts.map((part) => part === undefined)).size === 1;
};

/** A text as `parse` reads it; what that throws becomes the problem. */
const parsedBy =
  <T>(parse: (text: string) => T) =>
  (text: string, context: z.RefinementCtx): T => {
    try {
      return parse(text);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  };

/** @param parse the adapter's, which this room doesn't know */
export const masterKeys = <T>(parse: (text: string) => T) =>
  z
    .string()
    .transform(parsedBy(parse))
    .describe(
      "Master keys that wrap the patients' data keys: version:base64 of 32 bytes, comma-separated; the highest version wraps new keys. Losing one loses the data.",
    );

export const trustedProxies = z
  .string()
  .default("")
  .transform(parsedBy(parseTrustedProxies))
  .describe("Addresses or CIDR ranges, comma-separated, whose X-Forwarded-For is believed.");

export const corsOrigins = z
  .string()
  .default("")
  .transform(parsedBy(parseOrigins))
  .describe(
    "Exact origins, comma-separated, whose pages may call /api/v1 with a bearer token; their cookies never count. Default: none.",
  );

export const poolMax = z.coerce
  .number()
  .int()
  .min(2)
  .max(500)
  .default(20)
  .describe("Database connections of one process.");
export const rateLimitScale = z.coerce
  .number()
  .positive()
  .max(1_000_000)
  .default(1)
  .describe(
    "Multiplies every throttle, for benchmarks and races from one address; refused in production on a database of your own.",
  );
export const logLevel = z
  .enum(LOG_LEVELS)
  .default("info")
  .describe(`How much is logged: ${LOG_LEVELS.join(", ")}.`);
export const nodeEnv = z
  .enum(["production", "development", "test"])
  .default("production")
  .describe("npm start and npm run dev set it.");
export const isEmbedded = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true")
  .describe(
    "npm start sets it: true for the database that it brings along, the only one with demo accounts and relaxed limits.",
  );

/** Every problem of an environment, one line each. */
export class EnvironmentProblems extends Error {
  override name = "EnvironmentProblems";
}

/** @throws EnvironmentProblems that lists all of them at once; no value is ever quoted */
export function readEnvironment<T extends z.ZodType>(
  schema: T,
  source: Readonly<Record<string, string | undefined>>,
): z.output<T> {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message, code }) => {
    const name = path.join(".");
    const isMissing = code === "invalid_type" && !Object.hasOwn(present, name);
    return `  ${name}: ${isMissing ? "is missing" : message}`;
  });
  throw new EnvironmentProblems(`This environment can't be used:\n${[...new Set(lines)].join("\n")}`);
}

/** Refused like the demo seed: in production only where nobody's real data can be. */
export const isScaleAllowed = (env: {
  NODE_ENV: string;
  RATE_LIMIT_SCALE: number;
  DATABASE_IS_EMBEDDED: boolean;
}) => env.RATE_LIMIT_SCALE === 1 || env.NODE_ENV !== "production" || env.DATABASE_IS_EMBEDDED;
