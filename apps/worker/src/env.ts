import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** Everything the worker takes from outside. It opens no sealed field, so it is given no master key. */
export const environment = z
  .object({
    LOG_LEVEL: read.logLevel,
    WORKER_PORT: read.port(3002),
    /** Direct, not through a pooler: the queue listens, and a lock tells that the process is alive. */
    WORKER_DATABASE_URL: read.databaseUrl,
    /** Jobs at a time. */
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(4),
    /** Where links in mails lead. */
    WEB_ORIGIN: read.origin.default(new URL("http://localhost:3000")),
    ADMIN_ORIGIN: read.origin.default(new URL("http://localhost:3001")),
    /** Shared with web and admin. */
    LINK_SECRET: read.secret,
    /** Where the local mailer keeps messages while SMTP_URL is not set. */
    MAILBOX_DIR: z.string().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
    /** The sender's address. */
    MAIL_FROM: z.email().optional(),
    /** Bearer token for /api/metrics; without it only this machine may read them. */
    METRICS_TOKEN: read.secret.optional(),
  })
  .refine((env) => env.SMTP_URL !== undefined || env.MAILBOX_DIR !== undefined, {
    path: ["SMTP_URL"],
    message: "is missing, and so is MAILBOX_DIR: mail would go nowhere",
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    message: "is missing: SMTP_URL needs a sender",
  });

export type Environment = z.infer<typeof environment>;

/** @throws EnvironmentProblems that lists everything wrong at once */
export const loadEnvironment = (): Environment => read.readEnvironment(environment, process.env);
