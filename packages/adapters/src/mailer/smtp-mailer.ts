import { createHash } from "node:crypto";
import type { Mailer } from "@amrutam/ports/mailer";
import { createTransport } from "nodemailer";
import { CALENDAR_FILE } from "./stored-mail";

type Options = Readonly<{
  /** `smtp://` or `smtps://`, with user and password when the server wants them */
  url: string;
  /** The sender's address, e.g. "care@example.org" */
  from: string;
  fromName: string;
  /** For connecting, greeting and each answer. Default 10 s. */
  timeoutMs?: number;
}>;

/** One mailbox and nothing else: no list, no name part, nothing that could end a header line. */
const ONE_ADDRESS = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;

/**
 * Sends through an SMTP server. SMTP can't promise "once": the Message-ID comes from the message's key, so that the
 * second copy after a lost answer is known to be the same.
 */
export function smtpMailer({ url, from, fromName, timeoutMs = 10_000 }: Options): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf("@") + 1);
  return {
    kind: "smtp",
    async send({ key, to, subject, html, text, calendar }) {
      if (!ONE_ADDRESS.test(to)) throw new Error("the recipient is not a single e-mail address");
      const digest = createHash("sha256").update(key, "utf8").digest("hex").slice(0, 32);
      await transport.sendMail({
        messageId: `<${digest}@${domain}>`,
        from: { name: fromName, address: from },
        to: { name: "", address: to },
        subject: subject.replace(/\p{Cc}+/gu, " "),
        html,
        text,
        // As a part beside the text, which clients act upon, and as a file, for those that don't (RFC 6047, 3).
        ...(calendar && { icalEvent: { ...calendar, filename: CALENDAR_FILE } }),
        // RFC 3834: asks autoresponders to keep quiet.
        headers: { "Auto-Submitted": "auto-generated" },
      });
    },
  };
}
