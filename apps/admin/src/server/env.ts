import { parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** Everything the console's process takes from outside. */
export const environment = z
  .object({
    NODE_ENV: read.nodeEnv,
    LOG_LEVEL: read.logLevel,
    ADMIN_PORT: read.port(3001),
    ADMIN_ORIGIN: read.origin
      .optional()
      .describe(
        "Public origin of the console, also in links of mails; https turns on __Host- cookies and HSTS. Default: http://localhost with ADMIN_PORT.",
      ),
    DATABASE_URL: read.databaseUrl,
    DATABASE_DIRECT_URL: read.directDatabaseUrl,
    DATABASE_POOL_MAX: read.poolMax,
    DATABASE_IS_EMBEDDED: read.isEmbedded,
    PHI_MASTER_KEYS: read.masterKeys(parseMasterKeys),
    AUTH_SECRET_ADMIN: read.secret.describe(
      "Signs the tokens of the console. At least 32 random characters, as of `openssl rand -base64 48`.",
    ),
    LINK_SECRET: read.linkSecret,
    ...read.files,
    TRUSTED_PROXIES: read.trustedProxies,
    CORS_ORIGINS: read.corsOrigins,
    RATE_LIMIT_SCALE: read.rateLimitScale,
    METRICS_TOKEN: read.metricsToken,
  })
  .refine(read.isScaleAllowed, {
    path: ["RATE_LIMIT_SCALE"],
    message: "throttles can be relaxed in production on the embedded database only",
  })
  .refine(read.isStoreWhole, {
    path: ["S3_ENDPOINT"],
    message: "a store needs S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY too",
  })
  .transform((env) => ({
    ...env,
    ADMIN_ORIGIN: env.ADMIN_ORIGIN ?? new URL(`http://localhost:${env.ADMIN_PORT}`),
  }));

export type Environment = z.infer<typeof environment>;

/** @throws EnvironmentProblems that lists everything wrong at once */
export const loadEnvironment = (): Environment => read.readEnvironment(environment, process.env);
