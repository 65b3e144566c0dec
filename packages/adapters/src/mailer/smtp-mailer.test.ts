import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { smtpMailer } from "./smtp-mailer";

const message = {
  key: "event:1",
  to: "asha@example.org",
  subject: "आपकी विज़िट",
  html: "<p>नमस्ते</p>",
  text: "नमस्ते",
};
const portOf = (server: { address(): unknown }) => (server.address() as { port: number }).port;

describe("the SMTP mailer", () => {
  const received: { mail: ParsedMail; recipients: string[] }[] = [];
  const raw: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
      });
      stream.on("end", () => raw.push(text));
      simpleParser(stream).then((mail) => {
        received.push({ mail, recipients: session.envelope.rcptTo.map((to) => to.address) });
        done();
      }, done);
    },
  });
  const mailer = () =>
    smtpMailer({
      url: `smtp://127.0.0.1:${portOf(server.server)}`,
      from: "care@clinic.example",
      fromName: "Amrutam",
    });

  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server.server, "listening");
  });
  afterAll(() => new Promise<void>((done) => server.close(done)));
  beforeEach(() => received.splice(0));

  it("delivers both parts in any script, to one recipient", async () => {
    await mailer().send(message);
    const [first] = received;
    expect(first?.recipients).toEqual(["asha@example.org"]);
    expect(first?.mail.subject).toBe("आपकी विज़िट");
    expect(first?.mail.text?.trim()).toBe("नमस्ते");
    expect(first?.mail.html).toContain("<p>नमस्ते</p>");
    expect(first?.mail.from?.text).toBe('"Amrutam" <care@clinic.example>');
    expect(first?.mail.headers.get("auto-submitted")).toBe("auto-generated");
  });

  it("names the message by its key, so that a second copy is known as one", async () => {
    await mailer().send(message);
    await mailer().send(message);
    await mailer().send({ ...message, key: "event:2" });
    const ids = received.map(({ mail }) => mail.messageId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@clinic\.example>$/);
  });

  it("brings a calendar as a part that clients act upon, and as a file", async () => {
    const content = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nSUMMARY:परामर्श\r\nEND:VCALENDAR\r\n";
    await mailer().send({ ...message, calendar: { method: "CANCEL", content } });
    const [first] = received;
    const parts = first?.mail.attachments.map(({ contentType, filename, content: bytes }) => ({
      contentType,
      filename,
      text: bytes.toString("utf8"),
    }));
    expect(parts).toEqual(
      expect.arrayContaining([expect.objectContaining({ filename: "visit.ics", text: content })]),
    );
    expect(raw.at(-1)).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(raw.at(-1)).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/im);
    expect(first?.mail.text?.trim()).toBe("नमस्ते");
  });

  it("lets no header in through the subject", async () => {
    await mailer().send({ ...message, subject: "Visit\r\nBcc: spy@example.org\r\n\r\nbody" });
    const [first] = received;
    expect(first?.recipients).toEqual(["asha@example.org"]);
    expect(first?.mail.bcc).toBeUndefined();
    expect(first?.mail.subject).toBe("Visit Bcc: spy@example.org body");
  });

  it.each([
    "asha@example.org\r\nBcc: spy@example.org",
    "asha@example.org, spy@example.org",
    "Asha <asha@example.org>",
    "asha",
    "",
  ])("refuses a recipient that is not one address (%j)", async (to) => {
    await expect(mailer().send({ ...message, to })).rejects.toThrow("single e-mail address");
    expect(received).toHaveLength(0);
  });

  it("gives up on a server that never greets", async () => {
    const silent: Server = createServer(() => undefined);
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const stuck = smtpMailer({
      url: `smtp://127.0.0.1:${portOf(silent)}`,
      from: "care@clinic.example",
      fromName: "Amrutam",
      timeoutMs: 100,
    });
    await expect(stuck.send(message)).rejects.toThrow();
    silent.close();
  });
});
