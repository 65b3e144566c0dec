import { once } from "node:events";
import { LOCALES } from "@amrutam/domain/locales";
import { renderMail } from "@amrutam/mail/render-mail";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smtpMailer } from "./smtp-mailer";

const url = "https://clinic.example/reset-password#token=abc.def";
/** Nothing that goes past the schema; what a letter does with it if it ever does. */
const HOSTILE = "Asha\r\nBcc: spy@example.org\r\n\r\n<b>Rao</b>";

describe("the account's letters over SMTP", () => {
  const received: { mail: ParsedMail; recipients: string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        received.push({ mail, recipients: session.envelope.rcptTo.map(({ address }) => address) });
        done();
      }, done);
    },
  });
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
  });
  afterAll(() => new Promise<void>((done) => server.close(done)));

  const LETTERS = [
    "verify-email",
    "reset-password",
    "password-changed",
    "confirm-email-change",
    "email-change-asked",
    "email-changed",
  ] as const;

  it.each(LETTERS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    "$kind in $locale arrives whole: both parts, the same link, one recipient, no header of others",
    async ({ kind, locale }) => {
      const { port } = server.server.address() as { port: number };
      const mailer = smtpMailer({
        url: `smtp://127.0.0.1:${port}`,
        from: "care@clinic.example",
        fromName: "Amrutam",
      });
      const props = { name: HOSTILE, url, validHours: 24, validMin: 30 };
      const letter = await renderMail(kind, props, locale);
      received.splice(0);
      await mailer.send({ key: `${kind}:${locale}`, to: "asha@example.org", ...letter });
      const [{ mail, recipients } = { mail: null, recipients: [] }] = received;
      expect(recipients).toEqual(["asha@example.org"]);
      expect(mail?.bcc).toBeUndefined();
      expect(mail?.subject).toBe(letter.subject);
      expect(mail?.text).toContain(url);
      expect(mail?.html).toContain(`href="${url}"`);
      expect(mail?.html).toContain(`lang="${locale}"`);
      expect(mail?.html).not.toContain("<b>Rao");
      if (locale === "hi") expect(mail?.text).toMatch(/\p{Script=Devanagari}/u);
    },
  );
});
