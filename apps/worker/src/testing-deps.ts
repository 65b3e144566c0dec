import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@amrutam/adapters/clock/system-clock";
import { localMailer } from "@amrutam/adapters/mailer/local-mailer";
import { readMailbox } from "@amrutam/adapters/mailer/stored-mail";
import { localPayments } from "@amrutam/adapters/payments/local-payments";
import { localSms } from "@amrutam/adapters/sms/local-sms";
import { readSmsBox } from "@amrutam/adapters/sms/stored-sms";
import { openDatabase } from "@amrutam/db/client";
import { testKeys } from "@amrutam/testing/keys";
import pino from "pino";
import type { WorkerDeps } from "./deps";
import { linksOf } from "./links";
import { phoneReader } from "./notices/phone-of";

export const LINK_SECRET = "a-secret-of-the-tests-only-0123456789";

/** A worker's means over a test database, with a mailbox folder of its own unless one is given. */
export async function testDeps(url: string, more: Partial<WorkerDeps> & { dir?: string } = {}) {
  const { dir = await mkdtemp(join(tmpdir(), "worker-mailbox-")), ...overrides } = more;
  const db = openDatabase({ url, max: 10, applicationName: "amrutam-worker-test" });
  const deps: WorkerDeps = {
    db,
    mailer: localMailer({ dir, clock: systemClock }),
    sender: "care@clinic.example",
    sms: localSms({ dir, clock: systemClock }),
    phoneOf: phoneReader(testKeys),
    payments: localPayments(),
    clock: systemClock,
    links: linksOf({ web: new URL("https://clinic.example"), admin: new URL("https://console.example") }),
    linkSecret: LINK_SECRET,
    log: pino({ level: "silent" }),
    ...overrides,
  };
  return {
    deps,
    dir,
    mails: () => readMailbox(dir),
    shorts: () => readSmsBox(dir),
    async close() {
      await db.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
