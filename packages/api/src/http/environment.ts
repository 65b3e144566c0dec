import * as z from "zod";
import { parseTrustedProxies } from "./client-address";
import { LOG_LEVELS } from "./process-log";

/** Environment variables that both apps know; each app's own schema picks from these. An empty one counts as absent. */

export const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

/** `https://clinic.example`: scheme, host and port, nothing after it. */
export const origin = z.url({ protocol: /^https?$/ }).transform((text, context) => {
  const url = new URL(text);
  if (url.href === `${url.origin}/`) return url;
  context.addIssue({ code: "custom", message: "must be an origin: scheme, host and port only" });
  return z.NEVER;
});

export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a postgresql:// address (npm start sets it by itself)",
});

/** At least 32 characters, as of `openssl rand -base64 48`. */
export const secret = z.string().min(32, "must have at least 32 random characters");

export const trustedProxies = z
  .string()
  .default("")
  .transform((list, context) => {
    try {
      return parseTrustedProxies(list);
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  });

export const poolMax = z.coerce.number().int().min(2).max(500).default(20);
export const rateLimitScale = z.coerce.number().positive().max(1_000_000).default(1);
export const logLevel = z.enum(LOG_LEVELS).default("info");
export const nodeEnv = z.enum(["production", "development", "test"]).default("production");
/** "true" for the database that npm start brings along: the only one with demo accounts and relaxed limits. */
export const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((text) => text === "true");

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
