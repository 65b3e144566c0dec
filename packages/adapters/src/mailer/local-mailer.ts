import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "@amrutam/ports/clock";
import type { Mailer, MailMessage } from "@amrutam/ports/mailer";
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
      const { key, to, subject, html, text } = message;
      const mail: StoredMail = { id, at: clock.now().toISOString(), key, to, subject, html, text };
      await keepOnce(dir, `${id}.json`, JSON.stringify(mail, null, 2));
      if (failing) throw failing.error;
    },
  };
}

/** A link, not a rename: it fails when the name is taken, so the same key twice is one message, and readers never see half of one. */
async function keepOnce(dir: string, name: string, content: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const draft = join(dir, `.${name}.${randomUUID()}`);
  try {
    await writeFile(draft, content, { mode: 0o600 });
    await link(draft, join(dir, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
