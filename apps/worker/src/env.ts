import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** Everything the worker takes from outside. It opens no sealed field, so it is given no master key. */
export const environment = z
  .object({
    LOG_LEVEL: read.logLevel,
    WORKER_PORT: read.port(3002),
    WORKER_DATABASE_URL: read.workerDatabaseUrl,
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(50).default(4).describe("Jobs at a time."),
    /** Where links in mails lead. */
    WEB_ORIGIN: read.origin.default(new URL("http://localhost:3000")),
    ADMIN_ORIGIN: read.origin.default(new URL("http://localhost:3001")),
    LINK_SECRET: read.linkSecret,
    MAILBOX_DIR: read.mailboxDir,
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" })
      .optional()
      .describe(
        "smtp:// or smtps:// server that mail is sent through; without it mail stays in the local mailbox.",
      ),
    MAIL_FROM: z.email().optional().describe("The sender's address; needed with SMTP_URL."),
    METRICS_TOKEN: read.metricsToken,
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
