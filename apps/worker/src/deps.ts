import type { Database } from "@amrutam/db/client";
import type { Clock } from "@amrutam/ports/clock";
import type { Mailer } from "@amrutam/ports/mailer";
import type { Payments } from "@amrutam/ports/payments";
import type { Sms } from "@amrutam/ports/sms";
import type { Logger } from "pino";
import type { Links } from "./links";
import type { PhoneOf } from "./notices/phone-of";

/** What handlers are given. */
export type WorkerDeps = Readonly<{
  db: Database;
  mailer: Mailer;
  /** The address its mails come from, which invitations name as theirs. */
  sender: string;
  /** null: no provider is configured, or no key to read the numbers with. */
  sms: Sms | null;
  phoneOf: PhoneOf | null;
  payments: Payments;
  clock: Clock;
  links: Links;
  /** LINK_SECRET: tokens of links are made from it and the row's id. */
  linkSecret: string;
  log: Logger;
}>;
