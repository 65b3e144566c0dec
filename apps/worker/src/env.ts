import { parseMasterKeys } from "@amrutam/adapters/keys/environment-keys";
import * as read from "@amrutam/api/http/environment";
import * as z from "zod";

/** E.164 */
const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/, "must be a number like +14155550100");

/** Everything the worker takes from outside. It opens one sealed field, the phone number, and only where it is given the keys. */
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
    /** Without them no SMS and no WhatsApp message is sent: the numbers can't be read. */
    PHI_MASTER_KEYS: read.masterKeys(parseMasterKeys).optional(),
    TWILIO_ACCOUNT_SID: z
      .string()
      .regex(/^AC[0-9a-fA-F]{32}$/, "must be an account SID")
      .optional()
      .describe(
        "Twilio account that SMS and WhatsApp messages are sent with; without it they stay in the local mailbox.",
      ),
    TWILIO_AUTH_TOKEN: z.string().min(1).optional().describe("Its token; needed with TWILIO_ACCOUNT_SID."),
    TWILIO_SMS_FROM: phoneNumber.optional().describe("Number that SMS are sent from; without it none is."),
    TWILIO_WHATSAPP_FROM: phoneNumber
      .optional()
      .describe("Number that WhatsApp messages are sent from; without it none is."),
    METRICS_TOKEN: read.metricsToken,
  })
  .refine((env) => env.SMTP_URL !== undefined || env.MAILBOX_DIR !== undefined, {
    path: ["SMTP_URL"],
    message: "is missing, and so is MAILBOX_DIR: mail would go nowhere",
  })
  .refine((env) => (env.TWILIO_ACCOUNT_SID === undefined) === (env.TWILIO_AUTH_TOKEN === undefined), {
    path: ["TWILIO_AUTH_TOKEN"],
    message: "must be set together with TWILIO_ACCOUNT_SID",
  })
  .refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
    path: ["MAIL_FROM"],
    message: "is missing: SMTP_URL needs a sender",
  });

export type Environment = z.infer<typeof environment>;

/** @throws EnvironmentProblems that lists everything wrong at once */
export const loadEnvironment = (): Environment => read.readEnvironment(environment, process.env);
