import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { environmentKeys } from "@amrutam/adapters/keys/environment-keys";
import { localMailer } from "@amrutam/adapters/mailer/local-mailer";
import { smtpMailer } from "@amrutam/adapters/mailer/smtp-mailer";
import { localPayments } from "@amrutam/adapters/payments/local-payments";
import { localSms } from "@amrutam/adapters/sms/local-sms";
import { twilioSms } from "@amrutam/adapters/sms/twilio-sms";
import { openDatabase } from "@amrutam/db/client";
import { messagesOf } from "@amrutam/messages/catalog";
import type { Logger } from "pino";
import type { WorkerDeps } from "./deps";
import type { Environment } from "./env";
import { linksOf } from "./links";
import { phoneReader } from "./notices/phone-of";

/** A job's statement may take longer than a request's. */
const STATEMENT_MS = 30_000;
/** Beside one connection per job: relay, queue, loops and probes. */
const SPARE_CONNECTIONS = 6;

/** Where nothing is configured short messages stay where mails do; a place that sends mails for real keeps none back. */
function smsOf(env: Environment) {
  if (env.TWILIO_ACCOUNT_SID !== undefined && env.TWILIO_AUTH_TOKEN !== undefined)
    return twilioSms({
      accountSid: env.TWILIO_ACCOUNT_SID,
      authToken: env.TWILIO_AUTH_TOKEN,
      from: { SMS: env.TWILIO_SMS_FROM ?? null, WHATSAPP: env.TWILIO_WHATSAPP_FROM ?? null },
    });
  return env.SMTP_URL === undefined && env.MAILBOX_DIR !== undefined
    ? localSms({ dir: env.MAILBOX_DIR, clock: systemClock })
    : null;
}

/** Joins ports and providers; once per process. */
export function compose(env: Environment, log: Logger): WorkerDeps {
  const { SMTP_URL: url, MAIL_FROM: from, MAILBOX_DIR: dir } = env;
  const mailer =
    url !== undefined && from !== undefined
      ? smtpMailer({ url, from, fromName: messagesOf("en").common.brand })
      : localMailer({ dir: dir ?? "", clock: systemClock });
  return {
    db: openDatabase({
      url: env.WORKER_DATABASE_URL,
      max: env.WORKER_CONCURRENCY + SPARE_CONNECTIONS,
      timeoutMs: STATEMENT_MS,
      applicationName: "amrutam-worker",
    }),
    mailer,
    sender: from ?? `care@${env.WEB_ORIGIN.hostname}`,
    sms: smsOf(env),
    phoneOf: env.PHI_MASTER_KEYS ? phoneReader(environmentKeys(env.PHI_MASTER_KEYS)) : null,
    payments: localPayments(),
    clock: systemClock,
    links: linksOf({ web: env.WEB_ORIGIN, admin: env.ADMIN_ORIGIN }),
    linkSecret: env.LINK_SECRET,
    log,
  };
}
