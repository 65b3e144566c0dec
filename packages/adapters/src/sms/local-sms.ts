import { createHash } from "node:crypto";
import type { Clock } from "@amrutam/ports/clock";
import type { Sms } from "@amrutam/ports/sms";
import { keepOnce } from "../mailer/keep-once";
import { SMS_ENDING, type StoredSms } from "./stored-sms";

/** Keeps short messages as files beside the local mailer's. @param dir MAILBOX_DIR */
export const localSms = ({ dir, clock }: Readonly<{ dir: string; clock: Clock }>): Sms => ({
  kind: "local",
  async send({ key, channel, to, text }) {
    const id = createHash("sha256").update(key, "utf8").digest("hex").slice(0, 32);
    const message: StoredSms = { id, at: clock.now().toISOString(), key, channel, to, text };
    await keepOnce(dir, `${id}${SMS_ENDING}`, JSON.stringify(message, null, 2));
    return { providerRef: id };
  },
});
