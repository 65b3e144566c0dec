import { createHash } from "node:crypto";
import type { Clock } from "@amrutam/ports/clock";
import type { Mailer, MailMessage } from "@amrutam/ports/mailer";
import { keepOnce } from "./keep-once";
import type { StoredMail } from "./stored-mail";

type Options = Readonly<{
  /** Shared by everyone who sends and reads on this machine. */
  dir: string;
  clock: Clock;
  /** For tests: an error to fail with, `before` the message is kept or `after` (the answer is lost). */
  fault?: (message: MailMessage) => Readonly<{ when: "before" | "after"; error: Error }> | undefined;
}>;

/** Keeps messages as files instead of sending them, one JSON file each; {@link readMailbox} lists them. */
export function localMailer({ dir, clock, fault }: Options): Mailer {
  return {
    kind: "local",
    async send(message) {
      const failing = fault?.(message);
      if (failing?.when === "before") throw failing.error;
      const id = createHash("sha256").update(message.key, "utf8").digest("hex").slice(0, 32);
      const { key, to, subject, html, text, calendar } = message;
      const mail: StoredMail = {
        id,
        at: clock.now().toISOString(),
        key,
        to,
        subject,
        html,
        text,
        ...(calendar && { calendar }),
      };
      await keepOnce(dir, `${id}.json`, JSON.stringify(mail, null, 2));
      if (failing) throw failing.error;
    },
  };
}
