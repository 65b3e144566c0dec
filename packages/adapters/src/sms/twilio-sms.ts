import { type Sms, type SmsMessage, SmsRefused, SmsUnavailable } from "@amrutam/ports/sms";
import * as z from "zod";

type Options = Readonly<{
  accountSid: string;
  authToken: string;
  /** E.164; null where this channel isn't used */
  from: Readonly<Record<SmsMessage["channel"], string | null>>;
  /** Default Twilio's own. */
  origin?: string;
  /** For each request. Default 10 s. */
  timeoutMs?: number;
}>;

const created = z.object({ sid: z.string() });
const listed = z.object({ messages: z.array(z.object({ sid: z.string(), body: z.string() })) });
const problem = z.object({ code: z.int() });

/** Twilio counts in its own time: a message tried at 10:00:00.9 may be listed as of 10:00:00. */
const CLOCKS_MS = 60_000;

const addressOf = (channel: SmsMessage["channel"], number: string) =>
  channel === "WHATSAPP" ? `whatsapp:${number}` : number;

/**
 * Sends through Twilio's Messages resource (2010-04-01). It knows no idempotency keys: after a lost answer its list is
 * searched for the same text to the same number first. WhatsApp takes free text only within a day of the reader's own
 * last message; outside of it the text must equal an approved template of the sender.
 */
export function twilioSms({ accountSid, authToken, from, origin, timeoutMs = 10_000 }: Options): Sms {
  const messages = `${origin ?? "https://api.twilio.com"}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}`;

  async function ask(url: string, body?: URLSearchParams): Promise<unknown> {
    const init = { headers: { authorization }, signal: AbortSignal.timeout(timeoutMs) };
    let answer: Response;
    try {
      answer = await fetch(url, body ? { ...init, method: "POST", body } : init);
    } catch {
      throw new SmsUnavailable("no answer from the provider");
    }
    if (answer.status === 429 || answer.status >= 500)
      throw new SmsUnavailable(`the provider answered ${answer.status}`);
    const json: unknown = await answer.json().catch(() => undefined);
    // 401 and 403 are about our credentials: somebody mends them, and the message goes out then.
    if (answer.status === 401 || answer.status === 403)
      throw new SmsUnavailable(`the provider answered ${answer.status}`);
    if (!answer.ok) throw new SmsRefused(String(problem.safeParse(json).data?.code ?? answer.status));
    return json;
  }

  /** The message as the provider has it already. */
  async function takenBefore(to: string, text: string, since: Date): Promise<string | undefined> {
    const url = new URL(messages);
    url.searchParams.set("To", to);
    url.searchParams.set("DateSent>", new Date(since.getTime() - CLOCKS_MS).toISOString());
    url.searchParams.set("PageSize", "100");
    return listed.parse(await ask(url.href)).messages.find(({ body }) => body === text)?.sid;
  }

  return {
    kind: "twilio",
    async send({ channel, to, text, triedSince }) {
      const sender = from[channel];
      if (sender === null) throw new SmsRefused("channel_off");
      const address = addressOf(channel, to);
      const taken = triedSince && (await takenBefore(address, text, triedSince));
      if (taken) return { providerRef: taken };
      const form = new URLSearchParams({ To: address, From: addressOf(channel, sender), Body: text });
      return { providerRef: created.parse(await ask(messages, form)).sid };
    },
  };
}
