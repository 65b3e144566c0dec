import { parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** Everything the console's process takes from outside. */
export const environment = z
  .object({
    NODE_ENV: read.nodeEnv,
    LOG_LEVEL: read.logLevel,
    ADMIN_PORT: read.port(3001),
    /** Public origin; https turns on __Host- cookies and HSTS. Default: http://localhost with ADMIN_PORT. */
    ADMIN_ORIGIN: read.origin.optional(),
    DATABASE_URL: read.databaseUrl,
    /** Connections of this process. */
    DATABASE_POOL_MAX: read.poolMax,
    DATABASE_IS_EMBEDDED: read.flag,
    /** `version:base64` of 32 bytes, comma-separated; the highest version wraps new keys. */
    PHI_MASTER_KEYS: z.string().transform((text, context) => {
      try {
        return parseMasterKeys(text);
      } catch (error) {
        context.addIssue({ code: "custom", message: (error as Error).message });
        return z.NEVER;
      }
    }),
    AUTH_SECRET_ADMIN: read.secret,
    /** Shared with the worker, which writes the mails. */
    LINK_SECRET: read.secret,
    /** Addresses or CIDR ranges whose X-Forwarded-For is believed. */
    TRUSTED_PROXIES: read.trustedProxies,
    /** Multiplies every throttle: for benchmarks and races from one address. */
    RATE_LIMIT_SCALE: read.rateLimitScale,
    /** Bearer token for /api/metrics; without it only this machine may read them. */
    METRICS_TOKEN: read.secret.optional(),
  })
  .refine(read.isScaleAllowed, {
    path: ["RATE_LIMIT_SCALE"],
    message: "throttles can be relaxed in production on the embedded database only",
  })
  .transform((env) => ({
    ...env,
    ADMIN_ORIGIN: env.ADMIN_ORIGIN ?? new URL(`http://localhost:${env.ADMIN_PORT}`),
  }));

export type Environment = z.infer<typeof environment>;

/** @throws EnvironmentProblems that lists everything wrong at once */
export const loadEnvironment = (): Environment => read.readEnvironment(environment, process.env);
