import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SmsRefused, SmsUnavailable } from "@amrutam/ports/sms";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { twilioSms } from "./twilio-sms";

const ACCOUNT = `AC${"0123456789abcdef".repeat(2)}`;
type Heard = { method: string; url: URL; authorization: string; type: string; body: URLSearchParams };
type Answer = { status: number; json: object } | "silence";

/** What the provider's own documentation shows of a created message. */
const CREATED = { status: 201, json: { sid: "SM1", status: "queued", body: "…", error_code: null } };
const message = {
  key: "event:user:SMS:BOOKED",
  channel: "SMS",
  to: "+919876543210",
  text: "आपका परामर्श पक्का है & more",
  triedSince: null,
} as const;

describe("messages through Twilio", () => {
  let sink: Server;
  let heard: Heard[];
  let answers: Answer[];
  let origin = "";
  beforeEach(async () => {
    [heard, answers] = [[], []];
    sink = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      heard.push({
        method: req.method ?? "",
        url: new URL(req.url ?? "", "http://sink"),
        authorization: req.headers.authorization ?? "",
        type: req.headers["content-type"] ?? "",
        body: new URLSearchParams(Buffer.concat(chunks).toString("utf8")),
      });
      const answer = answers.shift() ?? CREATED;
      if (answer === "silence") return;
      res.writeHead(answer.status, { "content-type": "application/json" });
      res.end(JSON.stringify(answer.json));
    }).listen(0, "127.0.0.1");
    await once(sink, "listening");
    origin = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    sink.closeAllConnections();
    sink.close();
  });
  const twilio = (whatsApp: string | null = "+14155238886") =>
    twilioSms({
      accountSid: ACCOUNT,
      authToken: "secret",
      from: { SMS: "+14155550100", WHATSAPP: whatsApp },
      origin,
      timeoutMs: 300,
    });

  it("are posted as a form, signed in as the account", async () => {
    expect(await twilio().send(message)).toEqual({ providerRef: "SM1" });
    const [asked] = heard;
    expect(asked?.method).toBe("POST");
    expect(asked?.url.pathname).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
    expect(asked?.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:secret`).toString("base64")}`);
    expect(asked?.type).toMatch(/^application\/x-www-form-urlencoded/);
    expect(Object.fromEntries(asked?.body ?? [])).toEqual({
      To: message.to,
      From: "+14155550100",
      Body: message.text,
    });
  });

  it("on WhatsApp name both ends as such, and need a sender of their own", async () => {
    await twilio().send({ ...message, channel: "WHATSAPP" });
    expect(heard[0]?.body.get("To")).toBe("whatsapp:+919876543210");
    expect(heard[0]?.body.get("From")).toBe("whatsapp:+14155238886");
    await expect(twilio(null).send({ ...message, channel: "WHATSAPP" })).rejects.toThrow(SmsRefused);
    expect(heard).toHaveLength(1);
  });

  it("are looked for before they are sent again", async () => {
    const triedSince = new Date("2026-11-22T10:00:30Z");
    answers.push({ status: 200, json: { messages: [{ sid: "SM7", body: message.text }] } });
    expect(await twilio().send({ ...message, triedSince })).toEqual({ providerRef: "SM7" });
    expect(heard).toHaveLength(1);
    expect(heard[0]?.method).toBe("GET");
    expect(heard[0]?.url.searchParams.get("To")).toBe(message.to);
    expect(heard[0]?.url.searchParams.get("DateSent>")).toBe("2026-11-22T09:59:30.000Z");

    answers.push({ status: 200, json: { messages: [{ sid: "SM8", body: "another" }] } });
    expect(await twilio().send({ ...message, triedSince })).toEqual({ providerRef: "SM1" });
    expect(heard.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  });

  it.each<[string, Answer, typeof SmsRefused | typeof SmsUnavailable]>([
    ["silent", "silence", SmsUnavailable],
    ["broken", { status: 503, json: {} }, SmsUnavailable],
    ["busy", { status: 429, json: { code: 20429 } }, SmsUnavailable],
    ["strange to us", { status: 401, json: { code: 20003 } }, SmsUnavailable],
    ["sure that there is no such number", { status: 400, json: { code: 21211 } }, SmsRefused],
  ])("are told apart when the provider is %s", async (_, answer, kind) => {
    answers.push(answer);
    await expect(twilio().send(message)).rejects.toThrow(kind);
  });
});
